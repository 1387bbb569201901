using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Benchmarks;

/// <summary>A project of so many resources, one a file, and one file that has nothing to do with them.</summary>
internal static class Resources
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>The file that has nothing to do with them, after so many edits.</summary>
    public static SyntaxTree Elsewhere(int edits) => Parse("Elsewhere.cs", $$"""
        namespace Shop;

        public static class Elsewhere
        {
            public static int Count() => {{edits}};
        }
        """);

    /// <summary>Fifteen members of the usual types, some with rules, two indexes, a nested record and an enum of its own.</summary>
    public static SyntaxTree Resource(int number, string added = "") => Parse($"Thing{number}.cs", $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using GeekCafe;

        namespace Shop;

        /// <summary>A thing of kind {{number}}.</summary>
        [Resource("things{{number}}")]
        [PrimaryKey("TENANT#{TenantId}", "THING{{number}}#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER{{number}}#{OwnerId}", "THING{{number}}#{At}")]
        [SecondaryIndex("ByState", "TENANT#{TenantId}#STATE{{number}}#{State}", "THING{{number}}#{Id}")]
        public partial record Thing{{number}}
        {
            {{added}}
            /// <summary>What it is called.</summary>
            [StringLength(200, MinimumLength = 1)] public required string Title { get; init; }
            public string? Body { get; init; }
            public required DateTimeOffset At { get; init; }
            public DateTimeOffset? Until { get; init; }
            [Range(1, 100)] public int? Count { get; init; }
            public decimal Price { get; init; }
            public bool IsOpen { get; init; } = true;
            public IReadOnlyList<string> Tags { get; init; } = [];
            public Dictionary<string, int> Numbers { get; init; } = new();
            public DayOfWeek Day { get; init; }
            public Guid? Code { get; init; }
            public State{{number}} State { get; init; }
            public Place{{number}}? Where { get; init; }
            [Sensitive] public string? Secret { get; init; }
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
        }

        public enum State{{number}} { Open, Closed }

        public partial record Place{{number}} { public string City { get; init; } = ""; public string? Street { get; init; } }
        """);

    /// <summary>All of it.</summary>
    public static CSharpCompilation Compile(int count) => CSharpCompilation.Create(
        "Shop",
        [.. Enumerable.Range(0, count).Select(static number => Resource(number)), Elsewhere(0)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Options, path);
}
