using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Tests.Rules;

namespace GeekCafe.Generators.Tests.CodeFixes;

/// <summary>Fixes of types, members and methods.</summary>
public class DeclarationFixTests
{
    [Theory]
    [InlineData("public partial class Thing\n{\n    public int X { get; init; }\n}", "public partial record Thing\n{\n    public int X { get; init; }\n}")]
    [InlineData("public partial record struct Thing(int X);", "public partial record Thing(int X);")]
    public void A_class_or_a_struct_becomes_a_record(string before, string after) =>
        Fixed.AssertFixes<MakeRecordFix>($"[Resource(\"things\")]\n{Rule.Key}\n{before}\n", $"[Resource(\"things\")]\n{Rule.Key}\n{after}\n");

    [Fact]
    public void An_abstract_record_has_no_machines_answer() =>
        Fixed.AssertNotOffered<MakeRecordFix>($"[Resource(\"things\")]\n{Rule.Key}\npublic abstract partial record Thing;\n");

    [Fact]
    public void All_records_of_a_file_are_made_partial() => Fixed.AssertFixesAll<MakePartialFix>(
        $"[Resource(\"a\")]\n{Rule.Key}\npublic record A;\n\n[Resource(\"b\")]\n[PrimaryKey(\"TENANT#{{TenantId}}\", \"B#{{Id}}\")]\npublic record B;\n",
        $"[Resource(\"a\")]\n{Rule.Key}\npublic partial record A;\n\n[Resource(\"b\")]\n[PrimaryKey(\"TENANT#{{TenantId}}\", \"B#{{Id}}\")]\npublic partial record B;\n");

    [Theory]
    [InlineData("public int X { get; }", "public int X { get; init; }")]
    [InlineData("public int X { get; } = 3;", "public int X { get; init; } = 3;")]
    [InlineData("public int X;", "public int X { get; init; }")]
    [InlineData("// How many.\n    public readonly int X = 3;", "// How many.\n    public int X { get; init; } = 3;")]
    public void A_member_is_made_one_that_is_stored(string before, string after) => Fixed.AssertFixes<StoreMemberFix>(Rule.Members(before), Rule.Members(after));

    [Fact]
    public void So_are_all_of_a_file() => Fixed.AssertFixesAll<StoreMemberFix>(
        Rule.Members("public int X;\n    public string? Y { get; init; }\n    public int Z { get; }"),
        Rule.Members("public int X { get; init; }\n    public string? Y { get; init; }\n    public int Z { get; init; }"));

    [Theory]
    [InlineData("public int X { set { } }")]
    [InlineData("public int X, Y;")]
    public void What_cannot_be_read_and_several_at_once_are_left_to_their_author(string members) => Fixed.AssertNotOffered<StoreMemberFix>(Rule.Members(members));

    [Fact]
    public void An_upcaster_is_begun() => Fixed.AssertFixes<AddUpcasterFix>(
        Rule.Resource($"{Rule.Key}\n[SchemaVersion(2)]", "public int X { get; init; }") + "\n", $$"""
        [Resource("things")]
        {{Rule.Key}}
        [SchemaVersion(2)]
        public partial record Thing
        {
            public int X { get; init; }
            [Upcast(1)]
            private static void FromV1(GeekCafe.DynamoDb.ItemDocument item) =>
                throw new System.NotImplementedException("Say how an item of version 1 becomes one of the next.");
        }

        """);

    [Theory]
    [InlineData("public static", "public")]
    [InlineData("private", "public")]
    [InlineData("protected internal static", "public")]
    [InlineData("", "public")]
    public void A_method_is_made_one_that_can_be_called(string before, string after)
    {
        static string Source(string modifiers) => Operations.Method("[HttpOperation(\"POST\", \"/things/go\")]", "GoAsync(Caller caller)", modifiers: modifiers);
        Fixed.AssertFixes<CallableMethodFix>(before.Length > 0 ? Source(before) : Source("-").Replace("- ", "", StringComparison.Ordinal), Source(after));
    }

    [Fact]
    public void A_generic_one_is_not() => Fixed.AssertNotOffered<CallableMethodFix>(
        Operations.Method("[HttpOperation(\"POST\", \"/things/go\")]", "GoAsync<T>(Caller caller)"));

    [Theory]
    [InlineData("", "string title", "Caller caller, string title")]
    [InlineData("", "", "Caller caller")]
    [InlineData(", Authentication = Authentication.Public", "Caller caller, string title", "string title")]
    public void An_operation_learns_who_calls_or_does_not_ask(string authentication, string before, string after)
    {
        string Source(string parameters) => Operations.Method($"[HttpOperation(\"GET\", \"/things/go\"{authentication})]", $"GoAsync({parameters})");
        Fixed.AssertFixes<CallerParameterFix>(Source(before), Source(after));
    }

    [Theory]
    [InlineData("Caller caller", "Caller caller, string where")]
    [InlineData("Caller caller, CancellationToken cancellationToken", "Caller caller, string where, CancellationToken cancellationToken")]
    [InlineData("Caller caller, int count = 3", "Caller caller, string where, int count = 3")]
    public void A_parameter_of_the_route_is_taken(string before, string after)
    {
        static string Source(string parameters) => Operations.Method("[HttpOperation(\"GET\", \"/things/at/{where}\")]", $"GoAsync({parameters})");
        Fixed.AssertFixes<RouteParameterFix>(Source(before), Source(after));
    }
}
