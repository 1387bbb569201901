using System.Globalization;
using System.Runtime.InteropServices;

namespace GeekCafe.Benchmarks;

/// <summary>What Linux says about another process.</summary>
internal static partial class ProcessFigures
{
    /// <summary>CPU time of all its threads, those that have ended included. /proc/pid/stat knows only hundredths of a second.</summary>
    public static TimeSpan Cpu(int process)
    {
        const int scheduledTime = 2; // CPUCLOCK_SCHED in a clock id made of a process id, see clock_getcpuclockid(3).
        if (ClockGetTime((~process << 3) | scheduledTime, out var time) != 0) throw new InvalidOperationException("The process has gone.");
        return TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
    }

    /// <summary>The most memory it ever held in RAM, in bytes.</summary>
    public static long PeakMemory(int process)
    {
        foreach (var line in File.ReadLines($"/proc/{process}/status"))
        {
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal)) return 1024 * long.Parse(line.AsSpan(6).Trim(" \tkB"), CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("The process has gone.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
