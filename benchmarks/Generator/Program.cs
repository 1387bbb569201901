using BenchmarkDotNet.Running;
using GeekCafe.Benchmarks;

// What the generator costs in an editor: the first time, and after a keystroke. Usage: Generator [BenchmarkDotNet's arguments].
BenchmarkRunner.Run<GeneratorBenchmarks>(args: args);
