using GeekCafe.Table.Tests;
using GeekCafe.Testing;

namespace GeekCafe.Python.Tests;

public sealed class DynoxideTenancyTests : TenancyTests<Dynoxide>;

public sealed class AmazonsTenancyTests : TenancyTests<Amazons>;

/// <summary>Keys of the Python SDK hold no tenant and no case of letters: nobody sees what is not theirs all the same.</summary>
public abstract class TenancyTests<TDatabase> : PythonTests<TDatabase> where TDatabase : IDatabase
{
    private const string Key = "event#" + Items.Id;

    [Fact]
    public async Task Another_tenants_item_is_not_found_and_not_changed()
    {
        await PutAsync(Items.Event());
        var before = await ReadAsync(Key, Key);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Foreign, Items.Id));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Foreign, Items.Id, static item => item with { Title = "Mine" }));
        await FailsAsync(ErrorCode.NotFound, Events.DeleteAsync(Foreign, Items.Id));
        await FailsAsync(ErrorCode.NotFound, Events.RestoreAsync(Foreign, Items.Id));
        Assert.Equal(ErrorCode.NotFound, (await Events.BatchGetAsync(Foreign, [Items.Id]))[0].Error?.Code);
        Assert.Empty((await OkAsync(Events.ListByOrganizerAsync(Foreign, "ann"))).Items);
        Assert.Equal(Items.Canonical(before!), Items.Canonical((await ReadAsync(Key, Key))!));
    }

    [Fact]
    public async Task Tenants_that_differ_in_case_share_a_partition_and_nothing_else()
    {
        await PutAsync(Items.Event("e1", tenant: "Acme"));
        var item = Items.Event("e2", tenant: "acme");
        await PutAsync(item);
        var upper = Items.Event("e3", tenant: "Acme");
        upper["gsi5_pk"] = Items.S("tenant#acme");
        await PutAsync(upper);
        Assert.Equal("e2", Assert.Single((await OkAsync(Events.ListByTenantAsync(Callers.User("acme", "ann")))).Items).Id);
        Assert.Equal("e3", Assert.Single((await OkAsync(Events.ListByTenantAsync(Callers.User("Acme", "ann")))).Items).Id);
    }

    [Fact]
    public async Task Organizers_whose_keys_are_one_have_lists_of_their_own()
    {
        await PutAsync(Items.Event());
        var other = Items.Event("e2", organizer: "Ann");
        other["gsi1_pk"] = Items.S("user#ann");
        await PutAsync(other);
        Assert.Equal(Items.Id, Assert.Single((await OkAsync(Events.ListByOrganizerAsync(Ann, "ann"))).Items).Id);
        Assert.Equal("e2", Assert.Single((await OkAsync(Events.ListByOrganizerAsync(Ann, "Ann"))).Items).Id);
    }

    [Fact]
    public async Task Another_model_under_the_key_is_not_found()
    {
        var item = Items.Event();
        item["model_name"] = Items.S("event_archive");
        await PutAsync(item);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, Items.Id));
        Assert.Empty((await OkAsync(Events.ListByTenantAsync(Ann))).Items);
    }

    [Theory]
    [InlineData("a#b")]
    [InlineData("")]
    public async Task A_separator_in_an_id_is_nobodys_key(string id) => await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, id));
}
