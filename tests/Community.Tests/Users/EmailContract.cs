using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;

namespace GeekCafe.Community.Tests.Users;

/// <summary>One live person of a tenant has an e-mail address. The predecessor's index only said so.</summary>
public abstract class EmailContract<TDatabase> : UserTests<TDatabase> where TDatabase : IDatabase
{
    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("ANN@example.org")]
    [InlineData("Ann@Example.ORG")]
    public async Task An_address_is_taken_in_any_case(string email)
    {
        await RegisterAsync(Ann, "ann@example.org");

        var second = await Users.CreateAsync(Bob, Person(email), Cancellation);

        Assert.Equal((ErrorCode.AlreadyExists, "is taken"), (second.Error!.Code, second.Error.Details!["email"]));
        await FailsAsync(ErrorCode.NotFound, Users.GetAsync(Bob, "bob", consistent: true, Cancellation));
    }

    [Theory]
    [InlineData("ann@example.org.uk")]
    [InlineData("ann+1@example.org")]
    [InlineData("an@example.org")]
    [InlineData("ann#@example.org")]
    public async Task An_address_alike_is_another(string email)
    {
        await RegisterAsync(Ann, "ann@example.org");
        Assert.Equal(email, (await RegisterAsync(Bob, email)).Email);
    }

    [Fact]
    public async Task Another_tenant_has_addresses_of_its_own()
    {
        var (own, foreign) = (await RegisterAsync(Ann, "ann@example.org"), await RegisterAsync(Stranger, "ann@example.org"));

        Assert.Equal("t1", (await Users.GetByEmailAsync(Ann, "ann@example.org", Cancellation)).Data.TenantId);
        Assert.Equal("t2", (await Users.GetByEmailAsync(Stranger, "ann@example.org", Cancellation)).Data.TenantId);
        Assert.Equal((own.Id, foreign.Id), ("ann", "ann"));
    }

    [Fact]
    public async Task An_update_cannot_take_what_somebody_has_and_gives_up_what_it_had()
    {
        await RegisterAsync(Ann);
        await RegisterAsync(Bob);

        await FailsAsync(ErrorCode.AlreadyExists, Users.PatchAsync(Bob, "bob", new() { Email = "ANN@example.org" }, cancellationToken: Cancellation));
        await Users.PatchAsync(Ann, "ann", new() { Email = "new@example.org" }, cancellationToken: Cancellation);
        await Users.PatchAsync(Bob, "bob", new() { Email = "ANN@example.org" }, cancellationToken: Cancellation);

        Assert.Equal("ann", (await Users.GetByEmailAsync(Admin, "new@example.org", Cancellation)).Data.Id);
        Assert.Equal("bob", (await Users.GetByEmailAsync(Admin, "ann@example.org", Cancellation)).Data.Id);
        await FailsAsync(ErrorCode.NotFound, Users.GetByEmailAsync(Admin, "bob@example.org", Cancellation));
    }

    [Fact]
    public async Task An_address_may_change_its_case()
    {
        await RegisterAsync(Ann);
        var changed = await Users.PatchAsync(Ann, "ann", new() { Email = "Ann@Example.org" }, cancellationToken: Cancellation);
        Assert.Equal("Ann@Example.org", changed.Data.Email);
        Assert.Equal("ann", (await Users.GetByEmailAsync(Ann, "ANN@EXAMPLE.ORG", Cancellation)).Data.Id);
    }

    [Fact]
    public async Task A_delete_frees_an_address_and_a_restore_takes_it_back()
    {
        await RegisterAsync(Ann);
        Assert.True((await Users.DeleteAsync(Ann, "ann", cancellationToken: Cancellation)).IsSuccess);
        await FailsAsync(ErrorCode.NotFound, Users.GetByEmailAsync(Admin, "ann@example.org", Cancellation));

        Assert.True((await Users.RestoreAsync(Admin, "ann", cancellationToken: Cancellation)).IsSuccess);
        await FailsAsync(ErrorCode.AlreadyExists, Users.CreateAsync(Bob, Person(), Cancellation));
        Assert.Equal("ann", (await Users.GetByEmailAsync(Admin, "ann@example.org", Cancellation)).Data.Id);
    }

    [Fact]
    public async Task A_restore_fails_while_somebody_else_has_the_address()
    {
        await RegisterAsync(Ann);
        await Users.DeleteAsync(Ann, "ann", cancellationToken: Cancellation);
        await RegisterAsync(Bob, "ann@example.org");

        var refused = await Users.RestoreAsync(Admin, "ann", cancellationToken: Cancellation);
        Assert.Equal((ErrorCode.AlreadyExists, "is taken"), (refused.Error!.Code, refused.Error.Details!["email"]));

        await Users.PatchAsync(Bob, "bob", new() { Email = "bob@example.org" }, cancellationToken: Cancellation);
        Assert.True((await Users.RestoreAsync(Admin, "ann", cancellationToken: Cancellation)).IsSuccess);
    }

    [Fact]
    public async Task Of_sixteen_who_register_an_address_at_once_one_has_it()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Users.CreateAsync(Testing.Callers.User("t1", $"u{i}"), Person(i % 2 == 0 ? "x@example.org" : "X@example.org"), Cancellation)));

        var winner = Assert.Single(all, static each => each.IsSuccess).Data;
        Assert.All(all.Where(static each => !each.IsSuccess), static each => Assert.Equal(ErrorCode.AlreadyExists, each.Error!.Code));
        Assert.Equal(winner.Id, (await Users.GetByEmailAsync(Admin, "x@example.org", Cancellation)).Data.Id);
        Assert.Equal([winner.Id], (await Users.ListAsync(Admin, cancellationToken: Cancellation)).Data.Items.Select(static each => each.Id));
    }

    [Fact]
    public async Task An_address_is_looked_up_by_two_consistent_reads()
    {
        await RegisterAsync(Ann);
        Wire.Clear();
        await Users.FindByEmailAsync(Ann, "ANN@example.org", Cancellation);

        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.GetItem], Wire.Operations);
        Assert.All(Wire.Requests, static each => Assert.Contains("\"ConsistentRead\":true", each.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("self", null)]
    [InlineData("admin", null)]
    [InlineData("other", ErrorCode.NotFound)]
    [InlineData("organizer", ErrorCode.NotFound)]
    [InlineData("stranger", ErrorCode.NotFound)]
    [InlineData("foreign admin", ErrorCode.NotFound)]
    public async Task An_address_leads_to_the_whole_person_only_for_the_person_and_admins(string who, ErrorCode? expected)
    {
        await RegisterAsync(Ann);
        Assert.Equal(expected, (await Users.FindByEmailAsync(Who(who), "ann@example.org", Cancellation)).Error?.Code);
    }
}

public sealed class EmailOnDynoxide : EmailContract<Dynoxide>;

public sealed class EmailOnDynamoDbLocal : EmailContract<Amazons>;
