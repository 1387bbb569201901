using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using GeekCafe.Generators.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Benchmarks;

/// <summary>
/// One run of the generator over a compilation nobody has looked at, as an editor asks for it after each keystroke; beside it a generator that only finds
/// the same records and asks the compiler what any parser has to know.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
[InProcess, WarmupCount(10), IterationCount(30), InvocationCount(1)]
public class GeneratorBenchmarks
{
    private CSharpCompilation _input = null!;
    private CSharpCompilation _next = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;
    private int _edits;

    /// <summary>How many there are.</summary>
    [Params(1, 50, 500)]
    public int Resources { get; set; }

    private void SetUp(IIncrementalGenerator generator)
    {
        _input = Benchmarks.Resources.Compile(Resources);
        _cold = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)_input.SyntaxTrees[0].Options);
        _warm = _cold.RunGenerators(_input);
        if (_warm.GetRunResult().Results[0].Exception is { } exception) throw new InvalidOperationException("The generator failed.", exception);
    }

    [GlobalSetup(Targets = [nameof(ColdBinding), nameof(KeyElsewhereBinding), nameof(KeyInsideBinding)])]
    public void SetUpBinding() => SetUp(new BindingOnly());

    [GlobalSetup(Targets = [nameof(Cold), nameof(KeyElsewhere), nameof(KeyInside)])]
    public void SetUpOurs() => SetUp(new ResourceGenerator());

    [IterationSetup(Targets = [nameof(ColdBinding), nameof(Cold)])]
    public void Fresh() => _next = _input.Clone();

    [IterationSetup(Targets = [nameof(KeyElsewhereBinding), nameof(KeyElsewhere)])]
    public void EditElsewhere() => _next = _input.ReplaceSyntaxTree(_input.SyntaxTrees[^1], Benchmarks.Resources.Elsewhere(++_edits));

    [IterationSetup(Targets = [nameof(KeyInsideBinding), nameof(KeyInside)])]
    public void EditInside() =>
        _next = _input.ReplaceSyntaxTree(_input.SyntaxTrees[0], Benchmarks.Resources.Resource(0, $"public int Added{++_edits} {{ get; init; }}"));

    [Benchmark(Baseline = true), BenchmarkCategory("cold")]
    public GeneratorDriver ColdBinding() => _cold.RunGenerators(_next);

    [Benchmark, BenchmarkCategory("cold")]
    public GeneratorDriver Cold() => _cold.RunGenerators(_next);

    [Benchmark(Baseline = true), BenchmarkCategory("a key in a method elsewhere")]
    public GeneratorDriver KeyElsewhereBinding() => _warm.RunGenerators(_next);

    [Benchmark, BenchmarkCategory("a key in a method elsewhere")]
    public GeneratorDriver KeyElsewhere() => _warm.RunGenerators(_next);

    [Benchmark(Baseline = true), BenchmarkCategory("a member added to one resource")]
    public GeneratorDriver KeyInsideBinding() => _warm.RunGenerators(_next);

    [Benchmark, BenchmarkCategory("a member added to one resource")]
    public GeneratorDriver KeyInside() => _warm.RunGenerators(_next);
}
