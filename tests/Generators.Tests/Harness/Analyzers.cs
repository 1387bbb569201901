using System.Collections.Immutable;
using GeekCafe.Generators.Resources;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>What the package brings besides generators. By reflection, so that a new one is tested without anybody remembering to.</summary>
public static class Analyzers
{
    /// <summary>Those that find something.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [.. Make<DiagnosticAnalyzer>(typeof(ResourceAnalyzer)).Where(static analyzer => analyzer is not DiagnosticSuppressor)];

    /// <summary>Those that silence others.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Suppressors { get; } = [.. Make<DiagnosticSuppressor>(typeof(ResourceAnalyzer))];

    /// <summary>An instance of each type of an assembly that is a <typeparamref name="T"/>.</summary>
    internal static IEnumerable<T> Make<T>(Type inAssembly) =>
        inAssembly.Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T))).Select(static type => (T)Activator.CreateInstance(type)!);
}
