using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Explained;

/// <summary>Something to explain calls with: in two indexes, of any size.</summary>
[Resource("explain-books")]
[PrimaryKey("TENANT#{TenantId}", "EXPLAIN-BOOK#{Id}")]
[SecondaryIndex("ByAuthor", "TENANT#{TenantId}#EXPLAIN-AUTHOR#{Author}", "{Id}", Index = "gsi1")]
[SecondaryIndex("ByShelf", "TENANT#{TenantId}#EXPLAIN-SHELF#{Shelf}", "{Id}", Index = "gsi2")]
public partial record Book
{
    public string? Author { get; init; }

    public string? Shelf { get; init; }

    public string Text { get; init; } = "";
}

public abstract class ExplainTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task A_list_is_one_query_on_its_index_and_nothing_is_sent()
    {
        var plan = await Explain.CallAsync(Environment, static each => new BookService(each).ListByAuthorAsync(Ann, "eco"));
        var step = Assert.Single(plan.Steps);
        Assert.Equal((DynamoOperation.Query, "gsi1"), (step.Operation, step.Index));
        Assert.Equal("gsi1_pk=\"TENANT#t1#EXPLAIN-AUTHOR#eco\"", step.KeyCondition);
        Assert.Equal("_type=\"Book\" AND attribute_not_exists(deleted_at)", step.Filter);
        Assert.Equal((0.5, 0), (plan.ReadUnits, plan.WriteUnits));
        Assert.Empty(Wire.Operations);
        Assert.StartsWith("1 requests, 0.5 read units, 0 write units\n1. Query on gsi1: 0.5 read units", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_reads_what_is_assumed_and_says_on_what_condition_it_writes()
    {
        var book = new Book { Id = "b1", TenantId = "t1", Version = 4, CreatedBy = "ann", Author = "eco", Text = new string('x', 5000) };
        ServiceResult<Book> result = ServiceError.NotFound;
        var plan = await Explain.CallAsync(Environment, async each => result = await new BookService(each).UpdateAsync(Ann, "b1", static old => old with { Shelf = "top" }),
            Definition, Explain.Assuming(book));
        Assert.Equal(("top", 5), (result.Data.Shelf, result.Data.Version));
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], plan.Steps.Select(static step => step.Operation));
        Assert.Equal("tenant_id=\"t1\" AND version=4 AND attribute_not_exists(deleted_at)", plan.Steps[1].Condition);
        Assert.Equal((2, 18), (plan.ReadUnits, plan.WriteUnits));
        Assert.Equal(["gsi1", "gsi2"], plan.Steps[1].IndexWriteUnits.Keys);
    }

    [Fact]
    public async Task Estimates_of_writes_agree_with_what_the_database_reports()
    {
        var books = new BookService(Environment);
        var created = (await books.CreateAsync(Ann, new() { Author = "eco", Text = new string('x', 3000) })).Data;
        await AgreesAsync(null, each => new BookService(each).CreateAsync(Ann, new() { Author = "eco", Text = new string('x', 3000) }));
        await AgreesAsync(created, each => new BookService(each).UpdateAsync(Ann, created.Id, static book => book with { Shelf = "top" }));
        await AgreesAsync(created, each => new BookService(each).UpdateAsync(Ann, created.Id, static book => book with { Author = "dan" }));
        await AgreesAsync(created, each => new BookService(each).UpdateAsync(Ann, created.Id, static book => book with { Text = "" }));
        await AgreesAsync(created, each => new BookService(each).DeleteAsync(Ann, created.Id));
    }

    [Fact]
    public async Task Estimates_of_reads_agree_with_what_the_database_reports()
    {
        var created = (await new BookService(Environment).CreateAsync(Ann, new() { Author = "eco", Text = new string('x', 9000) })).Data;
        await AgreesAsync(created, each => new BookService(each).GetAsync(Ann, created.Id));
        await AgreesAsync(created, each => new BookService(each).GetAsync(Ann, created.Id, consistent: true));
        await AgreesAsync(created, each => new BookService(each).GetAsync(Ann, "never"));
        await AgreesAsync(created, each => new BookService(each).ListByAuthorAsync(Ann, "eco"));
        // Amazon's local database charges nothing for what is missing from a batch; the service does (developer guide, read consumption).
        await AgreesAsync(created, each => new BookService(each).BatchGetAsync(Ann, [new BookKey(created.Id)]));
        await AgreesAsync(created, async each =>
        {
            var reads = new ServiceReads(each, Ann);
            reads.Get(new BookService(each), new BookKey(created.Id));
            await reads.TransactGetAsync();
        });
    }

    /// <summary>Explains the call on what is stored now, sends its requests, and compares.</summary>
    private async Task AgreesAsync(Book? stored, Func<ServiceEnvironment, Task> call)
    {
        var now = stored is null ? null : (await new BookService(Environment).GetAsync(Ann, stored.Id, consistent: true)).Data;
        var plan = await Explain.CallAsync(Environment, call, Definition, now is null ? [] : [Explain.Assuming(now)]);
        foreach (var step in plan.Steps)
        {
            var request = JsonNode.Parse(step.Request.GetRawText())!.AsObject();
            request["ReturnConsumedCapacity"] = "INDEXES";
            using var reply = await Table.Transport.SendAsync(step.Operation, Encoding.UTF8.GetBytes(request.ToJsonString()), default);
            Assert.True(reply.Error is null, reply.Error?.ToString());
            using var json = JsonDocument.Parse(reply.Body);
            var consumed = json.RootElement.GetProperty("ConsumedCapacity");
            var units = consumed.ValueKind == JsonValueKind.Array ? consumed.EnumerateArray().Sum(static each => each.GetProperty("CapacityUnits").GetDouble()) : consumed.GetProperty("CapacityUnits").GetDouble();
            Assert.True(units == step.ReadUnits + step.WriteUnits, $"{step}\nThe database says {units}: {consumed}");
        }
    }
}

public sealed class ExplainOnDynoxide : ExplainTests<Dynoxide>;

public sealed class ExplainOnDynamoDbLocal : ExplainTests<Amazons>;
