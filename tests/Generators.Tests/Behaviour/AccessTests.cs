using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

public class AccessTests
{
    private static void Check(string rules, string statements) => Program.Run(Declared.Thing("[SetByServer(ServerValue.UserId)] public string? OwnerId { get; init; }")
        .Replace("public partial", rules + "\npublic partial"), """
        var thing = Stored(new Thing { OwnerId = "olga" });
        Assert.True(Allows(thing, Operation.Create, User("ben")));
        Assert.True(Allows(thing, Operation.Read, User("ben")));

        """ + statements);

    [Fact]
    public void By_default_the_creator_and_admins_change_it() => Check("", """
        foreach (var operation in new[] { Operation.Update, Operation.Delete, Operation.Restore })
        {
            Assert.True(Allows(thing, operation, User("anna")));
            Assert.True(Allows(thing, operation, User("ben", "admin")));
            Assert.False(Allows(thing, operation, User("olga")));
            Assert.False(Allows(thing, operation, User("ben", "Admin")));
        }
        """);

    [Fact]
    public void A_rule_replaces_the_default_of_its_operations() => Check("[Allow(Operation.Update | Operation.Delete, Owner = nameof(OwnerId), Roles = \"clerk, boss\")]", """
        Assert.True(Allows(thing, Operation.Update, User("olga")));
        Assert.True(Allows(thing, Operation.Delete, User("ben", "boss")));
        Assert.False(Allows(thing, Operation.Update, User("anna")));
        Assert.False(Allows(thing, Operation.Update, User("ben", "admin")));
        Assert.True(Allows(thing, Operation.Restore, User("anna")));
        Assert.False(Allows(thing with { OwnerId = null }, Operation.Update, User("olga")));
        """);

    [Fact]
    public void Rules_add_up() => Check("[Allow(Operation.Update, Owner = nameof(OwnerId))][Allow(Operation.Write & ~Operation.Create, Roles = \"clerk\")]", """
        Assert.True(Allows(thing, Operation.Update, User("olga")));
        Assert.True(Allows(thing, Operation.Update, User("ben", "clerk")));
        Assert.False(Allows(thing, Operation.Delete, User("olga")));
        """);

    [Fact]
    public void Anyone_or_nobody() => Check("[Allow(Operation.Update, Anyone = true)][Allow(Operation.Delete)]", """
        Assert.True(Allows(thing, Operation.Update, User("ben")));
        Assert.False(Allows(thing, Operation.Delete, User("anna", "admin")));
        """);

    [Theory]
    [InlineData("List<string>", "[\"olga\", \"ben\"]")]
    [InlineData("IReadOnlyList<string?>?", "[null, \"ben\", \"olga\"]")]
    [InlineData("string[]", "[\"olga\"]")]
    [InlineData("IReadOnlySet<string>", "new HashSet<string>(System.StringComparer.OrdinalIgnoreCase) { \"olga\" }")]
    [InlineData("HashSet<string>?", "[\"olga\"]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>", "[\"olga\"]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>?", "[\"olga\"]")]
    [InlineData("System.Collections.Immutable.ImmutableSortedSet<string>", "[\"olga\"]")]
    public void Those_whom_a_member_lists_are_allowed_and_nobody_else(string type, string users) => Program.Run(
        Declared.Thing($"public {type} Guests {{ get; init; }} = [];").Replace("public partial", "[Allow(Operation.Read, Members = nameof(Guests), Roles = \"clerk\")] public partial").Replace("= [];", type.StartsWith("IReadOnlySet", StringComparison.Ordinal) ? "= new HashSet<string>();" : "= [];"), $$"""
        var thing = Stored(new Thing { Guests = {{users}} });
        Assert.True(Allows(thing, Operation.Read, User("olga")));
        Assert.True(Allows(thing, Operation.Read, User("kim", "clerk")));
        Assert.False(Allows(thing, Operation.Read, User("anna")));
        Assert.False(Allows(thing with { Guests = {{users}} }, Operation.Read, User("Olga")));
        Assert.False(Allows(thing with { Guests = default! }, Operation.Read, User("olga")));
        """, "using System.Collections.Generic;");
}
