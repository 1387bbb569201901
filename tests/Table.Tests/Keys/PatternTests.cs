
namespace GeekCafe.Table.Tests.Keys;

public abstract class PatternTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private TicketService Tickets => new(Environment);

    [Fact]
    public async Task A_text_in_lower_case_is_found_however_it_is_written()
    {
        var ticket = Ok(await Tickets.CreateAsync(Ann, new() { Title = "A", Email = "Ann@Example.ORG" }));
        Assert.Equal("Ann@Example.ORG", ticket.Email);
        foreach (var spelling in new[] { "ann@example.org", "ANN@EXAMPLE.ORG" })
        {
            Assert.Equal(ticket, Assert.Single(Ok(await Tickets.ListByEmailAsync(Ann, spelling)).Items));
        }

        Assert.Empty(Ok(await Tickets.ListByEmailAsync(Foreign, "ann@example.org")).Items);
        await FailsAsync(ErrorCode.ValidationError, Tickets.ListByEmailAsync(Ann, ""));
    }

    [Fact]
    public async Task Padded_numbers_sort_as_numbers()
    {
        foreach (var number in new[] { 10, 9, 100, 0 }) Ok(await Tickets.CreateAsync(Ann, new() { Title = "A", Email = "a@b", Number = number }));
        Assert.Equal([0, 9, 10, 100], Ok(await Tickets.ListByEmailAsync(Ann, "a@b")).Items.Select(static ticket => ticket.Number));
    }

    [Fact]
    public async Task Null_anywhere_on_a_path_keeps_an_item_out_of_that_index_alone()
    {
        var nowhere = Ok(await Tickets.CreateAsync(Ann, new() { Title = "A" }));
        var closed = Ok(await Tickets.CreateAsync(Ann, new() { Title = "B", Venue = new() { City = "Rome" } }));
        var open = Ok(await Tickets.CreateAsync(Ann, new() { Title = "C", Venue = new() { City = "Rome", Opens = new(9, 30) } }));
        Assert.Equal([open], Ok(await Tickets.ListByCityAsync(Ann, "Rome")).Items);
        Assert.Equal([nowhere, closed, open], Ok(await Tickets.ListByTitleAsync(Ann)).Items);
    }

    [Fact]
    public async Task A_local_index_gives_the_partition_in_another_order_page_by_page()
    {
        foreach (var title in new[] { "b", "C", "a", "D" }) Ok(await Tickets.CreateAsync(Ann, new() { Title = title }));
        Ok(await Tickets.CreateAsync(Foreign, new() { Title = "x" }));
        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = Ok(await Tickets.ListByTitleAsync(Ann, new() { Limit = 1, Cursor = cursor, Descending = true }));
            titles.AddRange(page.Items.Select(static ticket => ticket.Title));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(["D", "C", "b", "a"], titles);
    }

    [Fact]
    public async Task Resources_in_one_partition_of_an_index_are_listed_apart()
    {
        var ticket = Ok(await Tickets.CreateAsync(Ann, new() { Title = "A", Email = "a@b" }));
        var stub = Ok(await new StubService(Environment).CreateAsync(Ann, new() { Email = "a@b" }));
        Wire.Clear();
        Assert.Equal([ticket], Ok(await Tickets.ListByEmailAsync(Ann, "a@b")).Items);
        Assert.Equal([stub], Ok(await new StubService(Environment).ListByEmailAsync(Ann, "a@b")).Items);
        Assert.Equal(2, Wire.ItemsRead);
    }

    [Fact]
    public async Task A_constant_sort_key_makes_one_resource_of_a_partition()
    {
        var profiles = new ProfileService(Environment);
        var profile = Ok(await profiles.CreateAsync(Ann, new() { Handle = "Ann" }));
        await FailsAsync(ErrorCode.AlreadyExists, profiles.CreateAsync(Ann, new() { Handle = "ANN" }));
        Assert.Equal(profile, Ok(await profiles.GetAsync(Ann, "ann")));
        await FailsAsync(ErrorCode.NotFound, profiles.GetAsync(Foreign, "ann"));
        Assert.Equal([profile], Ok(await profiles.ListAsync(Ann, "aNN")).Items);
        Assert.Equal("PROFILE", ProfileKeys.SortKey());
    }

    private static T Ok<T>(ServiceResult<T> result) => result.IsSuccess ? result.Data : throw new InvalidOperationException($"{result.Error}");
}

public sealed class PatternsOnDynoxide : PatternTests<Dynoxide>;

public sealed class PatternsOnDynamoDbLocal : PatternTests<Amazons>;
