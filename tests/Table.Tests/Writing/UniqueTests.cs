using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

public abstract class UniqueTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private AccountService Accounts => new(Environment);

    private Task<ServiceResult<Account>> CreateAsync(string? email, Caller? caller = null) => Accounts.CreateAsync(caller ?? Ann, new() { Email = email });

    private static async Task TakenAsync(string member, Task<ServiceResult<Account>> result)
    {
        var error = (await result).Error;
        Assert.Equal(ErrorCode.AlreadyExists, error?.Code);
        Assert.Equal(["is taken"], error!.Details.Values);
        Assert.Equal([member], error.Details.Keys);
    }

    [Fact]
    public async Task A_value_is_held_once_in_a_tenant()
    {
        var first = (await CreateAsync("A@x.org")).Data;
        await TakenAsync("email", CreateAsync("a@X.org", Bob));
        Assert.True((await CreateAsync("a@x.org", Foreign)).IsSuccess);
        Assert.True((await CreateAsync("b@x.org")).IsSuccess);
        Assert.Equal(first, (await Accounts.GetAsync(Ann, first.Id, consistent: true)).Data);
    }

    [Fact]
    public async Task Of_many_creates_at_once_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => CreateAsync("same@x.org")));
        Assert.Single(results, static result => result.IsSuccess);
        Assert.All(results.Where(static result => !result.IsSuccess), static result => Assert.Contains(result.Error!.Code, new[] { ErrorCode.AlreadyExists, ErrorCode.Conflict }));
    }

    [Fact]
    public async Task Null_and_empty_claim_nothing()
    {
        Assert.True((await CreateAsync(null)).IsSuccess);
        Wire.Clear();
        Assert.True((await CreateAsync(null)).IsSuccess);
        Assert.Equal([DynamoOperation.PutItem], Wire.Operations);
        Assert.True((await CreateAsync("")).IsSuccess);
        Assert.True((await CreateAsync("")).IsSuccess);
    }

    [Fact]
    public async Task A_scope_keeps_values_apart()
    {
        Assert.True((await Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "red" })).IsSuccess);
        Assert.True((await Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "blue" })).IsSuccess);
        Assert.True((await Accounts.CreateAsync(Ann, new() { Nickname = "X", Team = "red" })).IsSuccess);
        await TakenAsync("nickname", Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "red" }));
    }

    [Fact]
    public async Task An_update_takes_the_new_value_and_gives_up_the_old()
    {
        var one = (await CreateAsync("one@x.org")).Data;
        var two = (await CreateAsync("two@x.org")).Data;
        await TakenAsync("email", Accounts.UpdateAsync(Ann, two.Id, e => e with { Email = "ONE@x.org" }));
        Assert.Equal(two, (await Accounts.GetAsync(Ann, two.Id, consistent: true)).Data);

        Assert.True((await Accounts.UpdateAsync(Ann, one.Id, e => e with { Email = "uno@x.org" })).IsSuccess);
        Assert.True((await Accounts.UpdateAsync(Ann, two.Id, e => e with { Email = "one@x.org" })).IsSuccess);
        await TakenAsync("email", CreateAsync("one@x.org"));
        await TakenAsync("email", CreateAsync("uno@x.org"));
        Assert.True((await CreateAsync("two@x.org")).IsSuccess);
    }

    [Fact]
    public async Task A_scope_that_changes_moves_the_value()
    {
        var red = (await Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "red" })).Data;
        Assert.True((await Accounts.PatchAsync(Ann, red.Id, new() { Team = "blue" })).IsSuccess);
        Assert.True((await Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "red" })).IsSuccess);
        await TakenAsync("nickname", Accounts.CreateAsync(Ann, new() { Nickname = "x", Team = "blue" }));
    }

    [Fact]
    public async Task A_change_of_other_members_is_an_update_of_its_own()
    {
        var one = (await CreateAsync("one@x.org")).Data;
        Wire.Clear();
        Assert.True((await Accounts.UpdateAsync(Ann, one.Id, e => e with { Age = 7, Email = "ONE@x.org" })).IsSuccess);
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], Wire.Operations);
    }

    [Fact]
    public async Task Deleting_frees_a_value_and_restoring_claims_it_again()
    {
        var one = (await CreateAsync("one@x.org")).Data;
        Assert.True((await Accounts.DeleteAsync(Ann, one.Id)).IsSuccess);
        Assert.True((await Accounts.RestoreAsync(Ann, one.Id)).IsSuccess);
        await TakenAsync("email", CreateAsync("one@x.org"));

        Assert.True((await Accounts.DeleteAsync(Ann, one.Id)).IsSuccess);
        var two = (await CreateAsync("one@x.org")).Data;
        await TakenAsync("email", Accounts.RestoreAsync(Ann, one.Id));
        await FailsAsync(ErrorCode.NotFound, Accounts.GetAsync(Ann, one.Id, consistent: true));
        Assert.True((await Accounts.DeleteAsync(Ann, two.Id)).IsSuccess);
        Assert.True((await Accounts.RestoreAsync(Ann, one.Id)).IsSuccess);
    }

    [Fact]
    public async Task A_resource_is_found_by_its_value()
    {
        var one = (await CreateAsync("One@x.org")).Data;
        Wire.Clear();
        Assert.Equal(one, (await Accounts.GetByEmailAsync(Bob, "oNE@x.org")).Data);
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.GetItem], Wire.Operations);
        await FailsAsync(ErrorCode.NotFound, Accounts.GetByEmailAsync(Foreign, "one@x.org"));
        await FailsAsync(ErrorCode.NotFound, Accounts.GetByEmailAsync(Ann, "two@x.org"));
        await FailsAsync(ErrorCode.NotFound, Accounts.GetByEmailAsync(Ann, ""));
        await Accounts.DeleteAsync(Ann, one.Id);
        await FailsAsync(ErrorCode.NotFound, Accounts.GetByEmailAsync(Ann, "one@x.org"));
    }

    [Fact]
    public async Task A_value_too_long_for_a_key_is_refused_by_name()
    {
        var error = (await CreateAsync(new string('x', 2048))).Error;
        Assert.Equal(ErrorCode.ValidationError, error?.Code);
        Assert.Equal(["email"], error!.Details.Keys);
    }

    [Fact]
    public async Task A_batch_says_for_each_entry_whether_its_value_was_free()
    {
        var code = Guid.NewGuid();
        var results = await Accounts.BatchCreateAsync(Ann, [new() { Email = "a" }, new() { Email = "A" }, new() { Code = code }, new() { Code = code }, new()]);
        Assert.Equal([null, ErrorCode.AlreadyExists, null, ErrorCode.AlreadyExists, null], results.Select(static result => result.Error?.Code));
    }

    [Fact]
    public async Task A_repeated_create_answers_what_the_first_one_stored()
    {
        var repeated = Ann.WithIdempotencyKey("k1");
        var first = (await CreateAsync("one@x.org", repeated)).Data;
        Assert.Equal(first, (await CreateAsync("one@x.org", repeated)).Data);
        await FailsAsync(ErrorCode.IdempotencyMismatch, CreateAsync("two@x.org", repeated));
        Assert.True((await CreateAsync("two@x.org")).IsSuccess);
    }

    [Fact]
    public async Task A_value_from_before_it_was_unique_can_be_left()
    {
        // Two items with one value, and a marker for the second only.
        var one = (await CreateAsync(null)).Data;
        await CreateAsync("same@x.org");
        await Accounts.ForceAsync(Ann, one, one with { Email = "same@x.org", Version = 2 });
        Assert.Equal("other@x.org", (await Accounts.UpdateAsync(Ann, one.Id, e => e with { Email = "other@x.org" })).Data.Email);
        await TakenAsync("email", CreateAsync("same@x.org"));
        await TakenAsync("email", CreateAsync("other@x.org"));
    }

    private AccountService Losing(string fault)
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, fault switch
        {
            nameof(Faults.LoseAnswer) => Faults.LoseAnswer,
            nameof(Faults.CorruptAnswer) => Faults.CorruptAnswer,
            _ => Faults.ServerErrorAfterApply,
        });
        return new(Table.Environment(faults));
    }

    [Theory]
    [InlineData(nameof(Faults.LoseAnswer))]
    [InlineData(nameof(Faults.ServerErrorAfterApply))]
    [InlineData(nameof(Faults.CorruptAnswer))]
    public async Task A_lost_answer_is_no_violation(string fault)
    {
        var created = (await Losing(fault).CreateAsync(Ann, new() { Email = "one@x.org" })).Data;
        var updated = (await Losing(fault).UpdateAsync(Ann, created.Id, e => e with { Email = "two@x.org" })).Data;
        Assert.Equal(2, updated.Version);
        Assert.Equal(updated, (await Accounts.GetAsync(Ann, created.Id, consistent: true)).Data);
        Assert.Equal(3, (await Losing(fault).DeleteAsync(Ann, created.Id)).Data.Version);
        Assert.Equal(4, (await Losing(fault).RestoreAsync(Ann, created.Id)).Data.Version);
        await TakenAsync("email", Losing(fault).CreateAsync(Ann, new() { Email = "two@x.org" }));
        Assert.True((await CreateAsync("one@x.org")).IsSuccess);
    }

    [Fact]
    public async Task Another_writer_in_between_is_no_violation()
    {
        var one = (await CreateAsync("one@x.org")).Data;
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(() => Accounts.UpdateAsync(Ann, one.Id, e => e with { Age = 7 })));
        var updated = (await new AccountService(Table.Environment(faults)).UpdateAsync(Ann, one.Id, e => e with { Email = "two@x.org" })).Data;
        Assert.Equal((3, 7), (updated.Version, updated.Age));
    }
}

public sealed class UniqueOnDynoxide : UniqueTests<Dynoxide>;

public sealed class UniqueOnDynamoDbLocal : UniqueTests<Amazons>;
