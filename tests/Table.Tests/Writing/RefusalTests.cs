namespace GeekCafe.Table.Tests.Writing;

/// <summary>A page whose rules refuse by exception, each when its text says so.</summary>
[Resource("refusing-leaflets")]
[PrimaryKey("TENANT#{TenantId}", "REFUSING-LEAFLET#{Name}")]
public partial record Leaflet
{
    public required string Name { get; init; }

    public string? Text { get; init; }
}

public partial class LeafletService
{
    public static ServiceError Refusal { get; } = new(ErrorCode.InvalidState, "Not today.");

    private static void Demand(Leaflet leaflet, string step)
    {
        if (leaflet.Text == step) throw new ServiceException(Refusal);
    }

    protected override Leaflet OnCreating(Caller caller, Leaflet resource)
    {
        Demand(resource, "hook");
        return resource;
    }

    protected override Leaflet OnUpdating(Caller caller, Leaflet next, Leaflet current)
    {
        Demand(next, "hook");
        return next;
    }

    protected override ValueTask ValidateAsync(Caller caller, Leaflet next, Leaflet? current, Validation.ValidationErrors errors, CancellationToken cancellationToken)
    {
        Demand(next, "check");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Leaflet resource, CancellationToken cancellationToken)
    {
        if (operation == Operation.Create) Demand(resource, "rule");
        return ValueTask.FromResult(true);
    }
}

/// <summary>Whatever runs before a write may refuse it with an error of its own: that is the result, alone and in transactions.</summary>
public sealed class RefusalTests : TableTests<Dynoxide>
{
    private LeafletService Leaflets { get; set; } = null!;

    protected override ValueTask PrepareAsync()
    {
        Leaflets = new(Environment);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("check")]
    [InlineData("rule")]
    public async Task A_create_is_refused_with_that_error(string step)
    {
        var input = new LeafletInput { Name = "a", Text = step };
        Assert.Equal(LeafletService.Refusal, (await Leaflets.CreateAsync(Ann, input)).Error);
        Assert.Equal(LeafletService.Refusal, (await Leaflets.PutAsync(Ann, input)).Error);
        Assert.Equal(LeafletService.Refusal, await RefusedAsync(transaction => transaction.Create(Leaflets, input)));
        Assert.Equal(LeafletService.Refusal, await RefusedAsync(transaction => transaction.Put(Leaflets, input)));
        await FailsAsync(ErrorCode.NotFound, Leaflets.GetAsync(Ann, new("a")));
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("check")]
    public async Task A_change_is_refused_with_that_error(string step)
    {
        Assert.True((await Leaflets.CreateAsync(Ann, new() { Name = "a" })).IsSuccess);
        Leaflet Change(Leaflet leaflet) => leaflet with { Text = step };
        Assert.Equal(LeafletService.Refusal, (await Leaflets.UpdateAsync(Ann, new("a"), Change)).Error);
        Assert.Equal(LeafletService.Refusal, (await Leaflets.PutAsync(Ann, new() { Name = "a", Text = step })).Error);
        Assert.Equal(LeafletService.Refusal, await RefusedAsync(transaction => transaction.Update(Leaflets, new LeafletKey("a"), Change)));
        Assert.Equal(LeafletService.Refusal, await RefusedAsync(transaction => transaction.Put(Leaflets, new LeafletKey("a"), current => Change(current!))));
        Assert.Equal((null, 1L), await Leaflets.GetAsync(Ann, new("a")) is { Data: var leaflet } ? (leaflet.Text, leaflet.Version) : default);
    }

    [Fact]
    public async Task What_service_code_adds_may_refuse_too()
    {
        static Leaflet Refuse(Leaflet leaflet) => throw new ServiceException(LeafletService.Refusal);
        Assert.Equal(LeafletService.Refusal, (await Leaflets.CreateAsync(Ann, new() { Name = "a" }, Refuse)).Error);
        Assert.Equal(LeafletService.Refusal, await RefusedAsync(transaction => transaction.Create(Leaflets, new LeafletInput { Name = "a" }, Refuse)));
    }

    private async Task<ServiceError?> RefusedAsync<TEntry>(Func<ServiceTransaction, TEntry> add) where TEntry : TransactionEntry
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        var entry = add(transaction);
        var result = await transaction.CommitAsync();
        Assert.Equal(result.Error, entry.Error);
        return result.Error;
    }
}
