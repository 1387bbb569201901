namespace GeekCafe.Benchmarks;

/// <summary>What one operation cost in one round: microseconds of CPU of the whole process, bytes allocated.</summary>
internal readonly record struct Sample(double Cpu, double Bytes);

/// <summary>One client doing one operation, and what that cost in each round.</summary>
internal sealed class Cell(string client, string operation, int count, Func<Task> run)
{
    private readonly List<Sample> _samples = [];

    public string Client { get; } = client;

    public string Operation { get; } = operation;

    public double Cpu => Median(static sample => sample.Cpu);

    public double Bytes => Median(static sample => sample.Bytes);

    /// <summary>Does a round.</summary>
    /// <param name="counts">False for rounds that only warm up.</param>
    public async Task RunAsync(bool counts)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++) await run();
        var usedCpu = Environment.CpuUsage.TotalTime - cpu;
        var usedBytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        if (counts) _samples.Add(new(usedCpu.TotalMicroseconds / count, (double)usedBytes / count));
    }

    private double Median(Func<Sample, double> of)
    {
        var sorted = _samples.Select(of).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
