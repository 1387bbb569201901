using GeekCafe.Generators.Core;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>What an edit of what users write in generated types causes to be written again: operations, hooks, members by hand.</summary>
public class ServiceCachingTests
{
    private static readonly string[] Sources = [Project.Order, Project.Customer, Project.Types];

    private const string Service = """
        using System.Threading.Tasks;
        namespace Shop;
        public partial class OrderService
        {
            [HttpOperation("POST", "/orders/{id}/send")]
            public Task<ServiceResult<Order>> SendAsync(Caller caller, OrderKey key, Sending sending) => throw new NotSupportedException();
        }
        public partial record Sending { public int Count { get; init; } }
        """;

    [Theory]
    [InlineData("NotSupportedException()", "InvalidOperationException()")]
    [InlineData("public partial class", "// A comment.\npublic partial class")]
    [InlineData("public partial record Sending", "public class Other { public int More { get; init; } }\npublic partial record Sending")]
    public void C15_an_edit_of_a_service_that_changes_no_signature_writes_nothing(string text, string edited)
    {
        var run = GeneratorRun.Of([.. Sources, Service]);
        Steps.AssertNothingDone(run.Then("File3.cs", Service.Replace(text, edited)));
        Steps.AssertNothingDone(run.Then("File1.cs", Project.Customer + "// A comment."));
    }

    [Theory]
    [InlineData("public partial class OrderService\n{", "public partial class OrderService\n{\n    public Task<int> ListMineAsync(Caller caller) => Task.FromResult(1);")]
    [InlineData("public partial class OrderService\n{", "public partial class OrderService\n{\n    private int _count;")]
    [InlineData("public partial record Sending {", "public partial record Sending { public string WriteAll(int count) => \"\";")]
    [InlineData("public partial record Sending", "public partial class OrderHandlers { private void Help() { } }\npublic partial record Sending")]
    [InlineData("public partial record Sending", "public partial record Order { public bool Validate(int strictness) => true; }\npublic partial record Sending")]
    [InlineData("public partial record Sending", "public sealed partial class ShopApplication { public int Answer() => 42; }\npublic partial record Sending")]
    public void C16_a_member_that_takes_no_generated_ones_place_writes_nothing(string text, string edited)
    {
        var run = GeneratorRun.Of([.. Sources, Service]);
        var after = run.Then("File3.cs", Service.Replace("\r", "").Replace(text, edited));
        Steps.AssertNothingWritten(after);
        Assert.All(Steps.Reasons(after, TrackingNames.Resource), static reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
        Assert.All(Steps.Reasons(after, TrackingNames.Text), static reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void C16_a_member_by_hand_changes_its_resource_alone()
    {
        var run = GeneratorRun.Of([.. Sources, Service]);
        var edited = Service + "\npublic static partial class OrderKeys { public static string SortKey(string id) => id; }";
        var after = run.Then("File3.cs", edited);
        Assert.Equal(1, Steps.Written(after));
        Assert.Contains("public static string SortKey(", run.Files["Shop.Order.Keys.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("public static string SortKey(", after.Files["Shop.Order.Keys.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Steps.Reasons(after, TrackingNames.Resource));
        Steps.AssertNothingDone(after.Then("File3.cs", edited.Replace("=> id;", "=> id + 1;")));
        Assert.Equal(run.Files, after.Then("File3.cs", Service).Files);
    }

    [Theory]
    [InlineData("/send", "/dispatch", "Shop.Order.Handlers.g.cs")]
    [InlineData("Sending sending", "Sending? sending", "Shop.Order.Handlers.g.cs")]
    [InlineData("int Count", "long Count", "Shop.Sending.Document.g.cs")]
    public void C15_an_edit_of_an_operation_is_seen_by_its_resource_alone(string text, string edited, string file)
    {
        var run = GeneratorRun.Of([.. Sources, Service]);
        var after = run.Then("File3.cs", Service.Replace(text, edited));
        Assert.NotEqual(run.Files[file], after.Files[file]);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Steps.Reasons(after, TrackingNames.Resource).Order());
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Steps.Reasons(after, TrackingNames.Application));
    }

    private const string Hooked = """
        using System.Threading;
        using System.Threading.Tasks;
        namespace Shop;
        public partial class OrderService
        {
            protected override ValueTask ValidateAsync(Caller caller, Order next, Order? current, GeekCafe.Validation.ValidationErrors errors, CancellationToken token)
            {
                if (next.Title.Length == 0) errors.Add("title", "is empty");
                return ValueTask.CompletedTask;
            }
        }
        """;

    [Fact]
    public void C16_the_body_of_a_hook_matters_only_where_it_begins_to_wait()
    {
        var run = GeneratorRun.Of([.. Sources, Hooked]);
        Steps.AssertNothingDone(run.Then("File3.cs", Hooked.Replace("is empty", "is missing")));
        var after = run.Then("File3.cs", Hooked.Replace("ValueTask.CompletedTask", "new(Task.Delay(1, token))"));
        Assert.Contains("\"hooks\":[\"Validate\"]", after.Files["ShopManifest.g.cs"], StringComparison.Ordinal);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Steps.Reasons(after, TrackingNames.Resource).Order());
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, Steps.Reasons(after, TrackingNames.Application));
    }
}
