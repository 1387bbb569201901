using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>Declarations and statements that use them, generated, compiled and run: <c>Program.Run("record", "statements")</c>.</summary>
public static class Program
{
    /// <param name="declarations">A user's file.</param>
    /// <param name="statements">Statements with <see cref="RoundTrip"/> and xunit's Assert at hand.</param>
    /// <param name="usings">What else they use.</param>
    public static GeneratorRun Run(string declarations, string statements, string usings = "") => Run([declarations], statements, usings);

    public static GeneratorRun Run(string[] declarations, string statements, string usings = "")
    {
        var run = GeneratorRun.Of([.. declarations, Wrap(statements, usings)]);
        var method = Load(run).GetType("TestProgram")!.GetMethod("Run")!;
        try
        {
            method.Invoke(null, null);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }

        return run;
    }

    private static string Wrap(string statements, string usings) => $$"""
        using Xunit;
        using System.Linq;
        {{usings.Replace("using System.Linq;", "")}}
        using static GeekCafe.Generators.Tests.Harness.RoundTrip;

        public static class TestProgram
        {
            public static void Run()
            {
        {{statements}}
            }
        }
        """;

    /// <summary>Compiles what was generated, without a warning, and loads it.</summary>
    internal static Assembly Load(GeneratorRun run)
    {
        Assert.Null(run.Result.Exception);
        using var image = new MemoryStream();
        CompilerProblems.AssertNone(run, run.Output.Emit(image).Diagnostics);
        image.Position = 0;
        return new AssemblyLoadContext(run.Input.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}
