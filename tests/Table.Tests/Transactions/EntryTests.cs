using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Transactions;

/// <summary>Entries that build on each other, and on what service code knows.</summary>
public abstract class EntryTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly RollKey Key = new("r");

    private RollService Rolls { get; set; } = null!;

    private SlipService Slips { get; set; } = null!;

    protected override async ValueTask PrepareAsync()
    {
        (Rolls, Slips) = (new(Environment), new(Environment));
        Assert.True((await Rolls.CreateAsync(Ann, new() { Name = "r" })).IsSuccess);
        Wire.Clear();
    }

    [Fact]
    public async Task A_create_knows_what_the_change_before_it_leaves_behind()
    {
        var first = await TearAsync(Ann, "a");
        var second = await TearAsync(Ann, "b");

        Assert.Equal((1L, "a", "r", "ann", "ann"), (first.Data.Number, first.Data.Text, first.Data.Roll, first.Data.Writer, first.Data.CreatedBy));
        Assert.Equal(second.Data, (await Slips.GetAsync(Ann, new("r", 2), consistent: true)).Data);
        Assert.Equal(2, (await Rolls.GetAsync(Ann, Key, consistent: true)).Data.Last);
    }

    [Fact]
    public async Task A_number_that_was_taken_meanwhile_is_decided_anew()
    {
        var torn = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => TearAsync(Ann.WithDeadline(DateTimeOffset.UtcNow.AddMinutes(5)), $"{i}")));

        Assert.All(torn, static each => Assert.True(each.IsSuccess, $"{each.Error}"));
        Assert.Equal(Enumerable.Range(1, 16).Select(static i => (long)i), torn.Select(static each => each.Data.Number).Order());
        Assert.Equal(16, (await Slips.ListAsync(Ann, "r")).Data.Items.Count);
    }

    [Fact]
    public async Task A_number_that_is_taken_and_was_not_read_wrong_is_refused()
    {
        await Slips.CreateAsync(Caller.ForSystem("t1", "test"), new() { Text = "x" }, static each => each with { Roll = "r", Number = 1 });
        Assert.Equal(ErrorCode.AlreadyExists, (await TearAsync(Ann, "a")).Error?.Code);
        Assert.Equal(0, (await Rolls.GetAsync(Ann, Key, consistent: true)).Data.Last);
    }

    [Fact]
    public async Task An_entry_that_builds_on_one_that_failed_is_not_at_fault()
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        var roll = transaction.Update(Rolls, new RollKey("never"), static each => each);
        var slip = transaction.Create(Slips, new() { Text = "a" }, each => each with { Number = roll.Pending.Last }).AsSystem("test");

        Assert.Equal([ErrorCode.NotFound, null], (await transaction.CommitAsync()).Errors.Select(static each => each?.Code));
        Assert.Equal(ErrorCode.NotFound, slip.Result.Error?.Code);
    }

    [Fact]
    public async Task What_an_entry_leaves_behind_is_known_to_those_after_it_alone()
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        TransactionEntry<Slip>? later = null;
        var roll = transaction.Update(Rolls, Key, each => each with { Last = later!.Pending.Number });
        later = transaction.Create(Slips, new() { Text = "a" });

        Assert.ThrowsAny<InvalidOperationException>(() => roll.Pending);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => transaction.CommitAsync());
    }

    [Fact]
    public async Task What_is_deleted_already_is_told_from_what_is_deleted_now()
    {
        await TearAsync(Ann, "a");
        var admin = Callers.User(Ann.TenantId, "root", "admin");

        Assert.True(await DeleteAsync());
        Assert.False(await DeleteAsync());

        async Task<bool> DeleteAsync()
        {
            var deletes = false;
            var transaction = new ServiceTransaction(Environment, admin);
            var slip = transaction.Delete(Slips, new SlipKey("r", 1));
            transaction.Update(Rolls, Key, each =>
            {
                deletes = slip.Before is not null && slip.After is null;
                return each;
            });
            Assert.True((await transaction.CommitAsync()).IsSuccess);
            Assert.NotNull(slip.Result.Data.DeletedAt);
            return deletes;
        }
    }

    [Fact]
    public async Task Only_the_entry_that_says_so_passes_the_rules()
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        transaction.Create(Slips, new() { Text = "a" }, static each => each with { Roll = "r", Number = 1 }).AsSystem("test");
        var own = transaction.Create(Slips, new() { Text = "b" }, static each => each with { Roll = "r", Number = 2 });

        Assert.Equal([null, ErrorCode.AccessDenied], (await transaction.CommitAsync()).Errors.Select(static each => each?.Code));
        Assert.Equal(ErrorCode.AccessDenied, own.Error?.Code);
        Assert.Throws<ArgumentException>(() => own.AsSystem(" "));
    }

    [Fact]
    public async Task A_commit_that_is_repeated_is_recognised_although_code_gives_the_keys()
    {
        var (first, again, other) = (await BeginAsync("s", "a"), await BeginAsync("s", "a"), await BeginAsync("s", "b"));

        Assert.Equal((true, false), (first.Result.IsSuccess, first.WasRepeated));
        Assert.Equal((true, true), (again.Result.IsSuccess, again.WasRepeated));
        Assert.Equal(ErrorCode.IdempotencyMismatch, other.Result.Error?.Code);
        Assert.Equal("a", Assert.Single((await Slips.ListAsync(Ann, "s")).Data.Items).Text);
    }

    [Fact]
    public async Task A_create_takes_from_code_what_no_client_may_write()
    {
        var made = await Slips.CreateAsync(Ann.AsSystem("test"), new() { Text = "a" }, static each => each with { Roll = "r", Number = 7, Id = "own", TenantId = "t2", Version = 9 });
        Assert.Equal((7L, "own", Ann.TenantId, 1L, "ann"), (made.Data.Number, made.Data.Id, made.Data.TenantId, made.Data.Version, made.Data.CreatedBy));
        Assert.Equal(ErrorCode.AccessDenied, (await Slips.CreateAsync(Ann, new() { Text = "a" }, static each => each with { Roll = "r", Number = 8 })).Error?.Code);
    }

    [Fact]
    public async Task A_put_is_told_by_code_where_to()
    {
        var system = Ann.AsSystem("test");
        var (made, changed) = (await PutAsync("a"), await PutAsync("b"));

        Assert.Equal((null, "a"), (made.Data.Before, made.Data.After.Text));
        Assert.Equal(("a", "b", 2L), (changed.Data.Before!.Text, changed.Data.After.Text, changed.Data.After.Version));

        Task<ServiceResult<UpdateResult<Slip>>> PutAsync(string text) => Slips.PutAsync(system, new() { Text = text }, static each => each with { Roll = "r", Number = 3 });
    }

    [Fact]
    public void Work_in_a_callers_name_keeps_who_he_is_and_when_to_end()
    {
        var deadline = DateTimeOffset.UtcNow.AddMinutes(1);
        var system = Ann.WithDeadline(deadline).AsSystem("counts");
        Assert.Equal((Ann.TenantId, "ann", true, "counts", deadline), (system.TenantId, system.UserId, system.IsSystem, system.Reason, system.Deadline));
        Assert.Empty(system.Roles);
        Assert.Throws<ArgumentException>(() => Ann.AsSystem(""));
    }

    /// <summary>The next slip of the roll.</summary>
    private async Task<ServiceResult<Slip>> TearAsync(Caller caller, string text)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        var roll = transaction.Update(Rolls, Key, static each => each with { Last = each.Last + 1 });
        var slip = transaction.Create(Slips, new() { Text = text }, each => each with { Roll = roll.Pending.Name, Number = roll.Pending.Last }).AsSystem("tears off the next one");
        await transaction.CommitAsync();
        return slip.Result;
    }

    /// <summary>A roll and its first slip.</summary>
    private async Task<(ServiceResult<Slip> Result, bool WasRepeated)> BeginAsync(string name, string text)
    {
        var transaction = new ServiceTransaction(Environment, Ann) { IdempotencyKey = "k" };
        var roll = transaction.Create(Rolls, new() { Name = name }, static each => each with { Last = 1 });
        var slip = transaction.Create(Slips, new() { Text = text }, each => each with { Roll = roll.Pending.Name, Number = roll.Pending.Last }).AsSystem("tears off the first one");
        var result = await transaction.CommitAsync();
        return (slip.Result, result.WasRepeated);
    }
}

public sealed class EntriesOnDynoxide : EntryTests<Dynoxide>;

public sealed class EntriesOnDynamoDbLocal : EntryTests<Amazons>;
