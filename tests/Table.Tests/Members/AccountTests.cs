namespace GeekCafe.Table.Tests.Members;

public abstract class AccountTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private AccountService Accounts => new(Environment);

    private async Task<Account> CreateAsync(Func<AccountInput, AccountInput>? with = null)
    {
        var input = new AccountInput { Email = "ann@example.org", Country = "NO", Pin = "4711", Limit = 5 };
        return (await Accounts.CreateAsync(Ann, with is null ? input : with(input))).Data!;
    }

    [Fact]
    public async Task Names_are_those_declared_in_the_table_and_in_the_API()
    {
        var account = await CreateAsync();
        var item = await Table.ReadAsync("TENANT#t1", $"MEMBERS-ACCOUNT#{account.Id}");
        Assert.Equal("ann@example.org", (string?)item["the \"mail\""]!["S"]);
        Assert.Equal("ann@example.org", (string?)RawItems.Shown(account)["e-mail"]);
        Assert.Equal("new@example.com", RawItems.Body<AccountPatch>("""{"e-mail":"new@example.com"}""").Email);
        Assert.Equal(account.Email, (await Accounts.GetAsync(Ann, account.Id)).Data!.Email);
        var changed = await Accounts.PatchAsync(Ann, account.Id, new() { Email = "new@example.com" });
        Assert.Equal("new@example.com", (await Accounts.GetAsync(Ann, account.Id)).Data!.Email);
        Assert.Equal(RawItems.Shown(changed.Data!).ToJsonString(), RawItems.Shown((await Accounts.GetAsync(Ann, account.Id)).Data!).ToJsonString());
        var refused = await Accounts.PatchAsync(Ann, account.Id, new() { Email = new string('x', 50) });
        Assert.Equal(["e-mail"], refused.Error!.Details.Keys);
    }

    [Fact]
    public async Task What_is_hidden_is_stored_and_never_shown_and_what_is_not_stored_is_neither()
    {
        var account = await CreateAsync();
        Assert.Equal("4711", (string?)(await Table.ReadAsync("TENANT#t1", $"MEMBERS-ACCOUNT#{account.Id}"))["pin"]!["S"]);
        Assert.DoesNotContain("4711", RawItems.Shown(account).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", account.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", account.ToString(), StringComparison.Ordinal);
        var item = (account with { Cache = new() }).ToAttributeMap();
        Assert.False(item.ContainsKey("cache"));
        Assert.False(item.ContainsKey("domain"));
        Assert.False(RawItems.Shown(account with { Cache = 1 }).ContainsKey("cache"));
        Assert.Equal(account.Pin, Account.FromAttributeMap(item).Pin);
    }

    [Fact]
    public async Task A_computed_member_is_shown_and_moves_the_item_in_its_index()
    {
        var account = await CreateAsync();
        Assert.Equal("example.org", (string?)RawItems.Shown(account)["domain"]);
        Assert.Equal([account.Id], (await Accounts.ListByDomainAsync(Ann, "example.org")).Data!.Items.Select(static each => each.Id));
        await Accounts.PatchAsync(Ann, account.Id, new() { Email = "ann@example.com" });
        Assert.Empty((await Accounts.ListByDomainAsync(Ann, "example.org")).Data!.Items);
        Assert.Equal([account.Id], (await Accounts.ListByDomainAsync(Ann, "example.com")).Data!.Items.Select(static each => each.Id));
        Assert.Empty((await Accounts.ListByDomainAsync(Foreign, "example.com")).Data!.Items);
    }

    [Fact]
    public async Task What_only_a_create_sets_is_kept_by_a_replace_and_never_changed_by_one()
    {
        var account = await CreateAsync();
        var input = new AccountInput { Email = "b@example.org", Country = "NO" };
        var replaced = (await Accounts.ReplaceAsync(Ann, account.Id, input)).Data!;
        Assert.Equal(("b@example.org", "NO", 5, null), (replaced.Email, replaced.Country, replaced.Limit, replaced.Pin));
        Assert.True((await Accounts.ReplaceAsync(Ann, account.Id, input with { Limit = 5 })).IsSuccess);
        var refused = await Accounts.ReplaceAsync(Ann, account.Id, input with { Country = "SE", Limit = 6 });
        Assert.Equal(ErrorCode.ValidationError, refused.Error?.Code);
        Assert.Equal(["country", "limit"], refused.Error!.Details.Keys.Order());
        Assert.Null(typeof(AccountPatch).GetProperty("Country"));
        Assert.True((await Accounts.UpdateAsync(Ann, account.Id, static each => each with { Country = "SE" })).IsSuccess);
    }
}

public sealed class AccountsOnDynoxide : AccountTests<Dynoxide>;

public sealed class AccountsOnDynamoDbLocal : AccountTests<Amazons>;
