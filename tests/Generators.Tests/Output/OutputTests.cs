using System.Runtime.Loader;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Output;

/// <summary>Generated code is held to what hand-written code is held to, in whatever project it stands.</summary>
public class OutputTests
{
    /// <summary>Every feature at once, among names that are in the way wherever something is not named in full.</summary>
    private static string Rich(string space) => $$"""
        namespace {{space}}
        {
            using Caller = global::GeekCafe.Caller;

            /// <summary>A thing.</summary>
            [global::GeekCafe.Resource("things", Route = "/groups/{group}/things")]
            [global::GeekCafe.PrimaryKey("TENANT#{TenantId}#{Group}", "THING#{Id}", Shards = 2)]
            [global::GeekCafe.SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "THING#{Rank}#{Id}", Route = "/owners/{ownerId}/things")]
            [global::GeekCafe.LocalSecondaryIndex("ByRank", "RANK#{Rank}#{Id}", Projection = global::GeekCafe.IndexProjection.Include, Include = ["Title"])]
            [global::GeekCafe.CompositeIndex("ByKind", ["TenantId", "Kind"], ["Rank"])]
            [global::GeekCafe.Allow(global::GeekCafe.Operation.Update, Owner = "OwnerId", Roles = "editor")]
            [global::GeekCafe.Allow(global::GeekCafe.Operation.Read, Members = "Readers")]
            [global::GeekCafe.Changes]
            [global::GeekCafe.Conditions]
            [global::GeekCafe.Audited]
            public partial record @event
            {
                [global::System.ComponentModel.DataAnnotations.StringLength(10), global::GeekCafe.Unique] public required string Title { get; init; }
                [global::System.ComponentModel.DataAnnotations.RegularExpression("[a-z]+")] public string @class { get; init; } = "a";
                public required string Group { get; init; }
                public string OwnerId { get; init; } = "";
                public global::System.Collections.Generic.HashSet<string> Readers { get; init; } = [];
                public int Rank { get; init; }
                public Kind Kind { get; init; }
                public Rights Rights { get; init; }
                public 場所? Where { get; init; }
                public global::System.Collections.Generic.List<場所> Past { get; init; } = [];
                public Shape? Shape { get; init; }
                [global::System.Obsolete("Old.", DiagnosticId = "SHOP1")] public string? Former { get; init; }
                [global::GeekCafe.Sensitive] public string? Secret { get; init; }
                [global::GeekCafe.CreateOnly] public int? Serial { get; init; }
                [global::GeekCafe.TimeToLive] public global::System.DateTimeOffset? Until { get; init; }
                [global::GeekCafe.Counter] public int Seen { get; init; }
                [global::GeekCafe.Computed] public string Shown => Title + Rank;
                public global::System.Text.Json.JsonElement? Free { get; init; }
                public global::System.Collections.Generic.Dictionary<string, decimal> Numbers { get; init; } = new();
                public Item Item { get; init; }
            }

            public enum Kind { New, @default }
            [global::System.Flags] public enum Rights { None = 0, Read = 1, Write = 2 }
            public partial record 場所 { [global::System.ComponentModel.DataAnnotations.Range(0, 9)] public int Floor { get; init; } public string? Città { get; init; } }
            public partial record struct Item(int X, int Y = 1);
            [global::System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
            public abstract record Shape;
            public partial record Circle : Shape { public int Radius { get; init; } }
            [global::GeekCafe.ProjectionOf<@event>] public partial record Card { public required string Title { get; init; } }
            public partial class eventService
            {
                [global::GeekCafe.HttpOperation("POST", "/groups/{group}/things/{id}/publish")]
                public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<@event>> PublishAsync(Caller caller, eventKey key, 場所? place = null) => throw new global::System.NotSupportedException();

                [global::GeekCafe.Job("clean", Schedule = "rate(1 day)")]
                public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<global::GeekCafe.NoContent>> CleanAsync(Caller caller) => throw new global::System.NotSupportedException();
            }
        }
        """;

    /// <summary>Types that a user may have, though one would not wish them on anybody.</summary>
    private static string InTheWay(string space) => $$"""
        namespace {{space}}
        {
            public class System; public class String; public class Task; public class GeekCafe; public class Amazon; public class Object; public class List;
            public class DateTimeOffset; public class CancellationToken; public class Names; public class Exception; public class ValueTask; public class Key;
            public class Input; public class Patch; public class Keys; public class Nullable; public class Page; public class PageRequest; public class ServiceResult;
        }
        """;

    [Theory]
    [InlineData("Shop", LanguageVersion.CSharp14, NullableContextOptions.Enable)]
    [InlineData("Shop", LanguageVersion.Preview, NullableContextOptions.Enable)]
    [InlineData("Shop", LanguageVersion.CSharp14, NullableContextOptions.Disable)]
    [InlineData("Shop.Inner.@class.Più", LanguageVersion.CSharp14, NullableContextOptions.Enable)]
    public void It_compiles_without_a_warning_among_names_that_are_in_the_way(string space, LanguageVersion version, NullableContextOptions nullable)
    {
        var input = TestCompilation.Create("Shop", version, Rich(space), InTheWay(space));
        var run = GeneratorRun.Of(input.WithOptions(input.Options.WithNullableContextOptions(nullable)), GeneratorRun.NewDriver(null, version));
        Assert.Null(run.Result.Exception);
        Assert.Contains(run.Files.Keys, static name => name.EndsWith("event.Item.g.cs", StringComparison.Ordinal));
        Assert.Contains(run.Files.Keys, static name => name.EndsWith("event.Jobs.g.cs", StringComparison.Ordinal));
        var own = CompilerProblems.Of(run.Output, run.Input).Where(problem => !input.SyntaxTrees.Contains(problem.Location.SourceTree!));
        Assert.Empty(own);
        Assert.True(run.Output.Emit(Stream.Null).Success);
    }

    /// <summary>Rules that generated code breaks on purpose, each with the reason.</summary>
    private static readonly Dictionary<string, string> Broken = new()
    {
        ["CA1002"] = "Inputs have the types of the record's members.",
        ["CA1021"] = "TryParse methods have the form that such methods have in .NET.",
        ["CA1033"] = "Explicit implementations leave their names to the user's members.",
        ["CA1034"] = "What can be said of a nested record stands within what can be said of the resource.",
        ["CA1062"] = "Handlers, jobs, patches and PrintMembers are called by the pipeline and the compiler, which hand in what they take.",
        ["CA1502"] = "A constructor that reads has a case for each member.",
        ["CA1724"] = "The user names his types.",
    };

    /// <summary>As if it were written by hand: analyzers pass over what says that it is generated, so here it does not say so.</summary>
    [Fact]
    public async Task Every_rule_of_the_sdk_at_its_highest_level_finds_nothing_in_it()
    {
        var run = GeneratorRun.Of(TestCompilation.Create(Rich("Shop"), ClassLibrary.AmazonTypes.Core, ClassLibrary.AmazonTypes.Rest, ClassLibrary.AmazonTypes.HttpApi));
        var trees = run.Files.Select(static (file, i) => TestCompilation.Parse(Plain(file.Value), $"Plain{i}.cs")).ToArray();
        var analyzers = SdkAnalyzers();
        var severities = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().ToDictionary(static id => id, static _ => ReportDiagnostic.Warn);
        var plain = run.Input.AddSyntaxTrees(trees);
        var compilation = plain.WithOptions(plain.Options.WithSpecificDiagnosticOptions(plain.Options.SpecificDiagnosticOptions.SetItems(severities))).WithAnalyzers([.. analyzers]);
        var found = (await compilation.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && trees.Contains(diagnostic.Location.SourceTree) && !Broken.ContainsKey(diagnostic.Id)).ToList();
        Assert.True(analyzers.Count > 200, $"{analyzers.Count}");
        Assert.True(found.Count == 0, string.Join("\n", found.GroupBy(static each => each.Id).Select(static each => $"{each.Key} x{each.Count()}: {each.First().GetMessage()}\n    {string.Join("\n    ", each.Select(Line).Distinct())}")));

        static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
    }

    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text.Replace("// <auto-generated/>\n", ""), """\[global::System\.CodeDom\.Compiler\.GeneratedCode\([^)]*\)\]\n""", "\n");

    internal static List<DiagnosticAnalyzer> SdkAnalyzers()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../sdk"));
        var newest = Directory.GetDirectories(root).Where(static path => Path.GetFileName(path).StartsWith("10.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();
        var folder = Path.Combine(newest, "Sdks/Microsoft.NET.Sdk/analyzers");
        var analyzers = new List<DiagnosticAnalyzer>();
        foreach (var name in (string[])["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"])
        {
            foreach (var type in AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, name)).GetTypes())
            {
                var isFor = type.GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), false).Cast<DiagnosticAnalyzerAttribute>().Any(static mark => mark.Languages.Contains(LanguageNames.CSharp));
                if (isFor && !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer))) analyzers.Add((DiagnosticAnalyzer)Activator.CreateInstance(type)!);
            }
        }

        return analyzers;
    }
}
