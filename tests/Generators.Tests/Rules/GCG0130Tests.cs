using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0130Tests
{
    private const string Thing = """
        using GeekCafe.DynamoDb;
        using GeekCafe.Lambda;
        using System.Threading;
        using System.Threading.Tasks;

        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing { public required string Title { get; init; } }

        """;

    [Theory]
    [InlineData("public partial record Thing { public void [|ToAttributeMap|]() { } }", "Thing.ToAttributeMap",
        "public System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> ToAttributeMap()", new string[0])]
    [InlineData("public static partial class ThingKeys { public static int [|SortKey|](string id) => 1; }", "ThingKeys.SortKey", "public static string SortKey(string id)", new[] { "CS0029" })]
    [InlineData("public static partial class ThingKeys { private static string [|SortKey|](string id) => id; }", "ThingKeys.SortKey", "public static string SortKey(string id)", new[] { "CS0122" })]
    [InlineData("public partial class ThingHandlers { public static ValueTask [|CreateAsync|](ApiContext context) => default; }", "ThingHandlers.CreateAsync",
        "public System.Threading.Tasks.ValueTask CreateAsync(GeekCafe.Lambda.ApiContext context)", new string[0])]
    [InlineData("public partial class ThingService { public int [|ListAsync|](Caller caller, PageRequest page, CancellationToken cancellationToken) => 1; }", "ThingService.ListAsync",
        "public System.Threading.Tasks.Task<GeekCafe.ServiceResult<GeekCafe.Page<Thing>>> ListAsync(GeekCafe.Caller caller, GeekCafe.PageRequest page = default, System.Threading.CancellationToken cancellationToken = default)",
        new[] { "CS0411" })]
    public void What_takes_a_generated_members_place_is_declared_as_that_is(string declaration, string member, string expected, string[] alsoFromCompiler) =>
        Findings.AssertOne("GCG0130", $"'{member}' takes the place of generated code, so it must be declared as that is: '{expected}'", Thing + declaration, alsoFromCompiler);

    [Theory]
    [InlineData("public partial class ThingService { public Task<int> ListAsync(Caller caller, int page) => Task.FromResult(page); }")]
    [InlineData("public partial record Thing { public static int IsAllowed(Caller caller, Operation operation, Thing resource) => 1; }")]
    [InlineData("public partial record Thing { private bool Validate(GeekCafe.Validation.ValidationErrors errors) => true; }")]
    [InlineData("public static partial class ThingKeys { public static string SortKey(Guid id) => SortKey(id.ToString()); }")]
    public void Another_member_of_the_name_is_nobodys_business(string declaration) => Findings.AssertNone(Thing + declaration);
}
