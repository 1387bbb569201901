using System.Diagnostics;

namespace GeekCafe.Benchmarks;

/// <summary>What one start of a function showed. Milliseconds, bytes; microseconds for an invocation.</summary>
internal readonly record struct Start(
    double Next, double Response, double CpuAtNext, double CpuAtResponse, double MemoryAtResponse, double CpuOfInvocation, double MemoryAtEnd);

/// <summary>A program that speaks the Runtime API, and the figures of all its starts.</summary>
internal sealed class Function(string name, string path)
{
    public string Name { get; } = name;

    public List<Start> Starts { get; } = [];

    public long Size { get; } = new FileInfo(path).Length;

    /// <summary>Starts it, lets it answer once, then again and again, and ends it.</summary>
    public void Run(RuntimeApi api, Uri database, int invocations, bool counts)
    {
        var start = new ProcessStartInfo(path);
        start.Environment.Clear();
        foreach (var (variable, value) in Settings(api, database)) start.Environment[variable] = value;

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            // Figures are read while the function waits for us, and the time that takes is not its own.
            var cpuAtNext = TimeSpan.Zero;
            var first = api.First(() => cpuAtNext = ProcessFigures.Cpu(process.Id));
            if (!first.Answer.Contains("\"statusCode\":201", StringComparison.Ordinal)) throw new InvalidOperationException(first.Answer);
            var cpuAtResponse = ProcessFigures.Cpu(process.Id);
            var memory = ProcessFigures.PeakMemory(process.Id);

            // The first of them bring caches, pools and branch predictors to where they stay.
            api.Invoke(invocations / 5);
            var before = ProcessFigures.Cpu(process.Id);
            api.Invoke(invocations);
            var after = ProcessFigures.Cpu(process.Id);
            if (!counts) return;
            Starts.Add(new(
                Stopwatch.GetElapsedTime(began, first.Next).TotalMilliseconds, Stopwatch.GetElapsedTime(began, first.Response).TotalMilliseconds,
                cpuAtNext.TotalMilliseconds, cpuAtResponse.TotalMilliseconds, memory,
                (after - before).TotalMicroseconds / invocations, ProcessFigures.PeakMemory(process.Id)));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    public double Median(Func<Start, double> figure)
    {
        var sorted = Starts.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static Dictionary<string, string> Settings(RuntimeApi api, Uri database) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint,
        ["_HANDLER"] = "api",
        ["GEEKCAFE_TABLE"] = "community",
        ["GEEKCAFE_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]),
        ["AWS_REGION"] = "eu-central-1",
        ["AWS_ENDPOINT_URL_DYNAMODB"] = database.ToString(),
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "an example, not a key",
        ["AWS_SESSION_TOKEN"] = new string('t', 800), // Lambda's are about this long.
        ["HOME"] = "/tmp",
    };
}
