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
}
