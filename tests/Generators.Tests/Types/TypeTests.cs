using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Tests.Rules;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>Every type in every context: it comes back, or a diagnostic says that it cannot.</summary>
public class TypeTests
{
    public static TheoryData<string> Types => [.. TypeTable.Rows.Select(static row => row.Type)];

    public static TheoryData<string> NotInSets => [.. TypeTable.Rows.Where(static row => row.Set.Length == 0).Select(static row => row.Type)];

    public static TheoryData<string> NotNames => [.. TypeTable.Rows.Where(static row => !row.IsName).Select(static row => row.Type)];

    public static TheoryData<string> NotInKeys => [.. TypeTable.Rows.Where(static row => !row.IsKey).Select(static row => row.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void It_comes_back_from_the_wire(string type) => Matrix.Method<Action>("Wire", Row(type))();

    [Theory]
    [MemberData(nameof(Types))]
    public void It_comes_back_from_the_attributes_of_the_sdk(string type) => Matrix.Method<Action>("Map", Row(type))();

    [Theory]
    [MemberData(nameof(Types))]
    public void It_comes_back_from_clients(string type) => Matrix.Method<Action>("Api", Row(type))();

    [Fact]
    public async Task All_come_back_from_a_database()
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), Matrix.Table);
        foreach (var row in TypeTable.Rows) await Matrix.Method<Func<ServiceEnvironment, Task>>("Stored", row)(table.Environment());
    }

    [Theory]
    [MemberData(nameof(NotInSets))]
    public void It_is_in_no_set(string type) => AssertRefused("GCG0005", $"public HashSet<{type}>? Value {{ get; init; }}");

    [Theory]
    [MemberData(nameof(NotNames))]
    public void It_is_no_name_of_an_entry(string type) => AssertRefused("GCG0005", $"public Dictionary<{type}, int>? Value {{ get; init; }}");

    [Theory]
    [MemberData(nameof(NotInKeys))]
    public void It_is_in_no_key(string type) => AssertRefused("GCG0015", $"public required {type} Value {{ get; init; }}", "[SecondaryIndex(\"By\", \"TENANT#{TenantId}\", \"V#{Value}\")]");

    private static TypeRow Row(string type) => TypeTable.Rows.Single(row => row.Type == type);

    private static void AssertRefused(string id, string member, string attributes = "") => Assert.Contains(
        Findings.Of($"{Matrix.Usings}\n{Rule.Resource(Rule.Key + attributes, member)}\n{TypeTable.Declarations}"), diagnostic => diagnostic.Id == id);
}
