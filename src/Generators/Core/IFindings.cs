using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core;

/// <summary>Where the parser says what is wrong. The generator hands in silence, the analyzer a reporter.</summary>
public interface IFindings
{
    void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments);
}

/// <summary>Says nothing: a generator that reported as well would list each mistake twice and could not be silenced by pragmas.</summary>
public sealed class Silence : IFindings
{
    public static readonly Silence Instance = new();

    public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
    {
    }
}
