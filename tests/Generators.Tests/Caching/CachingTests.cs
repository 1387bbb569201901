using GeekCafe.Generators.Core;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>What an edit does, and mostly does not, cause to be written again.</summary>
public class CachingTests
{
    private static readonly string[] Sources = [Project.Order, Project.Customer, Project.Types];

    [Fact]
    public void C1_nothing_is_done_for_the_same_compilation()
    {
        var run = GeneratorRun.Of(Sources);
        Steps.AssertNothingDone(run.Then(run.Input));
    }

    [Fact]
    public void C2_every_named_step_runs()
    {
        var run = GeneratorRun.Of([.. Sources, "[ProjectionOf<Shop.Order>] public partial record OrderCard { public required string Id { get; init; } }\n" +
            "[ItemCollection] public partial record OrderBook { public IReadOnlyList<Shop.Order> Orders { get; init; } = []; }"]);
        foreach (var name in GeneratorRun.StepNames) Assert.True(run.Result.TrackedSteps.ContainsKey(name), name);
    }

    [Theory]
    [InlineData("namespace Shop;", "// A comment.\n\nnamespace Shop;")]
    [InlineData("    public required", "    // A comment.\n\n    public required")]
    [InlineData("Count() => 1;", "Count() => 1;\n\n    // A comment.")]
    [InlineData("\n", " // A comment.\n")]
    [InlineData("Count() => 1", "Count() => 2")]
    [InlineData("private int Count() => 1;", "private int Other { get; } = 3;")]
    public void C3_C5_nothing_is_written_after_an_edit_that_does_not_matter(string text, string edited)
    {
        var run = GeneratorRun.Of(Sources);
        Steps.AssertNothingDone(run.Then("File0.cs", Project.Order.Replace(text, edited)));
    }

    [Fact]
    public void C4_nothing_is_written_after_an_edit_elsewhere()
    {
        var run = GeneratorRun.Of([.. Sources, ""]);
        foreach (var edit in (string[])["class A;", "class A { int b; }", ""])
        {
            run = run.Then("File3.cs", edit);
            Steps.AssertNothingDone(run);
        }
    }

    [Fact]
    public void C6_nothing_is_written_after_a_move()
    {
        var run = GeneratorRun.Of(Sources);
        run = run.Then(run.Input.ReplaceSyntaxTree(run.Input.SyntaxTrees[1], TestCompilation.Parse(
            Project.Order.Replace("namespace Shop;", "namespace Shop\n{") + "\n}", "Elsewhere.cs")));
        Steps.AssertNothingWritten(run);
    }

    [Fact]
    public void C7_a_new_resource_leaves_the_others_alone()
    {
        var run = GeneratorRun.Of(Project.Order, "", Project.Types);
        var after = run.Then("File1.cs", Project.Customer);
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.Cached], Steps.Reasons(after, TrackingNames.Resource).Order());
        Assert.Contains("Shop.Customer.Keys.g.cs", after.Files.Keys);

        // The new one, its payments and their one kind, the application and the manifest; neither Order, Place nor Status.
        Assert.Equal(5, Steps.Written(after));
    }

    [Theory]
    [InlineData("[Resource(\"notes\")] public partial record Note {{ public string Text {{ get; init; }} = \"\"; }}{0}[PrimaryKey(\"TENANT#{{TenantId}}\", \"NOTE#{{Id}}\")] public partial record Note;")]
    [InlineData("{0}[Resource(\"notes\")] public partial record Note {{ public string Text {{ get; init; }} = \"\"; }} [PrimaryKey(\"TENANT#{{TenantId}}\", \"NOTE#{{Id}}\")] public partial record Note;")]
    public void C7_a_resource_in_several_parts_is_one(string format)
    {
        var text = string.Format(format, "\n");
        var run = GeneratorRun.Of(text);
        Assert.Contains("Note.Item.g.cs", run.Files.Keys);
        var apart = GeneratorRun.Of(string.Format(format, "\n//apart\n").Split("//apart"));
        Assert.Equal(run.Files, apart.Files);
    }

    [Fact]
    public void C7_an_attribute_by_another_name_is_found()
    {
        var run = GeneratorRun.Of("using R = GeekCafe.ResourceAttribute;\n[R(\"notes\"), PrimaryKey(\"TENANT#{TenantId}\", \"NOTE#{Id}\")] public partial record Note { public string Text { get; init; } = \"\"; }");
        Assert.Contains("Note.Item.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("string Title", "int Title")]
    [InlineData("string Title", "string? Title")]
    [InlineData("Title { get; init; }", "Name { get; init; }")]
    [InlineData("public required string Title", "[StringLength(3)] public required string Title")]
    [InlineData("public Place? Where { get; init; }\n    public Status Status { get; init; }", "public Status Status { get; init; }\n    public Place? Where { get; init; }")]
    [InlineData("ORDER#{Id}", "O#{Id}")]
    public void C8_an_edit_that_matters_changes_exactly_its_resource(string text, string edited)
    {
        var run = GeneratorRun.Of(Sources);
        var after = run.Then("File0.cs", Project.Order.Replace("\r", "").Replace(text, edited));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Steps.Reasons(after, TrackingNames.Resource).Order());
        Assert.NotEqual(run.Files["Shop.Order.Item.g.cs"] + run.Files["Shop.Order.Keys.g.cs"] + run.Files["Shop.Order.Json.g.cs"],
            after.Files["Shop.Order.Item.g.cs"] + after.Files["Shop.Order.Keys.g.cs"] + after.Files["Shop.Order.Json.g.cs"]);
        Assert.Equal(2, Steps.Written(after));
    }

    [Theory]
    [InlineData("City { get", "Town { get", "Shop.Place.Document.g.cs")]
    [InlineData("New, Done", "New, Done, Lost", "Shop.Status.Names.g.cs")]
    [InlineData("\"card\"", "\"creditCard\"", "Shop.Payment.Kinds.g.cs")]
    [InlineData("int Amount", "decimal Amount", "Shop.Card.Document.g.cs")]
    public void C9_an_edit_of_a_members_type_in_another_file_is_seen(string text, string edited, string file)
    {
        var run = GeneratorRun.Of(Sources);
        var after = run.Then("File2.cs", Project.Types.Replace(text, edited));
        Assert.Contains(IncrementalStepRunReason.Modified, Steps.Reasons(after, TrackingNames.Resource));
        Assert.NotEqual(run.Files[file], after.Files[file]);
    }

    [Fact]
    public void C9_a_type_that_becomes_unfit_in_another_file_is_seen()
    {
        var run = GeneratorRun.Of(Sources);
        var after = run.Then("File2.cs", Project.Types.Replace("partial record Place", "partial struct Place"));
        Assert.DoesNotContain("Shop.Order.Item.g.cs", after.Files.Keys);
        Assert.Contains("Shop.Customer.Item.g.cs", after.Files.Keys);
    }

    [Fact]
    public void C9_an_edit_of_another_part_is_seen()
    {
        var run = GeneratorRun.Of([.. Sources, "namespace Shop;\npublic partial record Order { }"]);
        var after = run.Then("File3.cs", "namespace Shop;\npublic partial record Order { public int More { get; init; } }");
        Assert.Contains("\"more\"u8", after.Files["Shop.Order.Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void C10_the_root_namespace_moves_only_what_is_generated_once()
    {
        var input = TestCompilation.Create(Sources);
        var run = GeneratorRun.Of(input, new Options(("build_property.RootNamespace", "Acme.Shop")));
        Assert.Contains("namespace Acme.Shop;", run.Files["ShopApplication.g.cs"], StringComparison.Ordinal);
        var moved = GeneratorRun.Of(run.Input, run.Driver.WithUpdatedAnalyzerConfigOptions(new Options(("build_property.RootNamespace", "Acme.Store"))));
        Assert.Contains("namespace Acme.Store;", moved.Files["ShopApplication.g.cs"], StringComparison.Ordinal);
        Assert.Equal(2, Steps.Written(moved));
    }

    [Fact]
    public void C10_a_new_reference_is_seen()
    {
        var run = GeneratorRun.Of(Sources);
        var container = CSharpCompilation.Create("Container", [CSharpSyntaxTree.ParseText("""
            namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { } }
            """)], TestCompilation.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var after = run.Then(run.Input.AddReferences(container.ToMetadataReference()));
        Assert.Contains("ShopRegistration.g.cs", after.Files.Keys);
        Assert.DoesNotContain("ShopRegistration.g.cs", run.Files.Keys);
    }

    [Fact]
    public void C11_the_application_is_kept_when_only_members_change()
    {
        var run = GeneratorRun.Of(Sources);
        var after = run.Then("File0.cs", Project.Order.Replace("Title", "Name"));
        Assert.All(Steps.Reasons(after, TrackingNames.Application), static reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
    }

    [Theory]
    [InlineData("Title:lower", "Title", false)]
    [InlineData("Where.City", "Where.Street", false)]
    [InlineData("Include = [\"Title\"]", "Include = [\"Status\"]", true)]
    [InlineData("IndexProjection.Include, Include = [\"Title\"]", "IndexProjection.KeysOnly", true)]
    [InlineData("[\"Status\"]", "[\"Status\", \"CreatedAt\"]", true)]
    public void C11_the_application_follows_the_indexes_in_the_table_and_not_their_patterns(string text, string edited, bool isSeen)
    {
        var order = Project.Order.Replace("public partial record Order", """
            [SecondaryIndex("ByCity", "TENANT#{TenantId}#{Where.City}", "{Id}")]
            [LocalSecondaryIndex("ByTitle", "TITLE#{Title:lower}", Projection = IndexProjection.Include, Include = ["Title"])]
            [CompositeIndex("ByStatus", ["TenantId", "Title"], ["Status"])]
            public partial record Order
            """);
        var types = Project.Types.Replace("City { get; init; }", "City { get; init; } public string Street { get; init; } = \"\";");
        var run = GeneratorRun.Of(order, Project.Customer, types);
        var after = run.Then("File0.cs", order.Replace(text, edited));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Steps.Reasons(after, TrackingNames.Resource).Order());
        Assert.Equal(isSeen, Steps.Reasons(after, TrackingNames.Application).Contains(IncrementalStepRunReason.Modified));
    }

    [Theory]
    [InlineData("public required string Title", "[AttributeName(\"t\")] public required string Title", "\"t\"")]
    [InlineData("public required string Title", "[Sensitive] public required string Title", "Title = ***")]
    public void C14_a_projection_follows_its_resource_and_nothing_else(string text, string edited, string expected)
    {
        const string Card = "[ProjectionOf<Shop.Order>] public partial record OrderCard { public required string Title { get; init; } }";
        var run = GeneratorRun.Of([.. Sources, Card]);
        Assert.Contains("OrderCard.Projection.g.cs", run.Files.Keys);
        var after = run.Then("File0.cs", Project.Order.Replace(text, edited));
        Assert.Contains(expected, after.Files["OrderCard.Projection.g.cs"], StringComparison.Ordinal);
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(Steps.Reasons(after, TrackingNames.Projection)));

        var elsewhere = run.Then("File1.cs", Project.Customer.Replace("{ get; init; }", "{ get; init; } // A comment."));
        Assert.Contains(Assert.Single(Steps.Reasons(elsewhere, TrackingNames.Projection)), (IncrementalStepRunReason[])[IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached]);
    }

    [Fact]
    public void C12_a_mistake_in_one_file_leaves_the_output_of_others_alone()
    {
        var run = GeneratorRun.Of([.. Sources, "class Broken {"]);
        var after = run.Then("File3.cs", "// moved\nclass Broken {");
        Steps.AssertNothingDone(after);

        var mistaken = run.Then("File0.cs", Project.Order.Replace("string Title", "object Title"));
        Assert.DoesNotContain("Shop.Order.Item.g.cs", mistaken.Files.Keys);
        Steps.AssertNothingDone(mistaken.Then("File0.cs", "// moved\n" + Project.Order.Replace("string Title", "object Title")));
        Assert.Equal(run.Files.Count, mistaken.Then("File0.cs", Project.Order).Files.Count);
    }

    [Theory]
    [InlineData("Title", "Name", false)]
    [InlineData("ORDER#{Id}", "ORDERS#{Id}", true)]
    [InlineData("\"TENANT#{TenantId}\"", "\"T#{TenantId}\"", true)]
    public void C12_a_collection_follows_the_keys_of_its_resources_and_nothing_else(string text, string edited, bool isSeen)
    {
        var run = GeneratorRun.Of([.. Sources, "[ItemCollection] public partial record OrderBook { public IReadOnlyList<Shop.Order> Orders { get; init; } = []; }"]);
        var after = run.Then("File0.cs", Project.Order.Replace(text, edited));
        Assert.Equal(isSeen, Steps.Reasons(after, TrackingNames.ItemCollection).Contains(IncrementalStepRunReason.Modified));
        Assert.Equal(isSeen ? 3 : 2, Steps.Written(after));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Steps.Reasons(after, TrackingNames.Application));
    }

    [Fact]
    public void C13_the_assemblys_naming_renames_everything_and_an_unrelated_edit_nothing()
    {
        var run = GeneratorRun.Of([.. Sources, "[assembly: GeekCafe.Naming(Api = GeekCafe.NamingPolicy.SnakeCase)]"]);
        Assert.Contains("\"created_at\"u8", run.Files["Shop.Customer.Json.g.cs"], StringComparison.Ordinal);
        var after = run.Then("File3.cs", "[assembly: GeekCafe.Naming(Api = GeekCafe.NamingPolicy.PascalCase)]");
        Assert.All(Steps.Reasons(after, TrackingNames.Resource), static reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.Contains("\"CreatedAt\"u8", after.Files["Shop.Customer.Json.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"City\"u8", after.Files["Shop.Place.Document.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"Done\"u8", after.Files["Shop.Status.Names.g.cs"], StringComparison.Ordinal);
        Steps.AssertNothingDone(after.Then("File3.cs", "// moved\n[assembly: GeekCafe.Naming(Api = GeekCafe.NamingPolicy.PascalCase)]\nclass A;"));
        Assert.Equal(GeneratorRun.Of(Sources).Files, after.Then("File3.cs", "").Files);
    }
}
