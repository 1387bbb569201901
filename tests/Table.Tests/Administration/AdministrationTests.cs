using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Administration;

public abstract class AdministrationTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly IndexDefinition First = new("gsi1", "gsi1_pk", "gsi1_sk");
    private static readonly IndexDefinition Second = new("gsi2", [new("gsi2_pk")], [new("number", KeyAttributeType.Number)]) { Projection = IndexProjection.Include, Include = ["b", "a"] };
    private static readonly IndexDefinition Local = new("lsi1", "pk", "lsi1_sk") { IsLocal = true, Projection = IndexProjection.KeysOnly };
    private static readonly TableDefinition Full = new("pk", "sk", [First, Second, Local]) { TimeToLiveAttribute = "expires", HasStream = true };
    private static readonly TableDefinition Bare = new("pk", "sk", [Local]);

    /// <summary>The suite's own table is of no use here; each test makes what it needs.</summary>
    protected override TableDefinition Definition => Bare with { Indexes = [] };

    private TableAdministration Administration => new(Environment.Client);

    private string Name => Table.Name + "-more";

    [Fact]
    public async Task A_table_is_created_as_it_is_defined()
    {
        Assert.Equal(["There is no table " + Name + "."], await DifferencesAsync(Full));
        Assert.True(await Administration.CreateIfAbsentAsync(Name, Full));
        Assert.Empty(await DifferencesAsync(Full));
        Assert.False(await Administration.CreateIfAbsentAsync(Name, Full));
    }

    [Fact]
    public async Task What_a_table_lacks_is_added_and_the_items_that_are_there_are_in_the_new_indexes()
    {
        await Administration.CreateIfAbsentAsync(Name, Bare);
        await PutAsync("1");
        Assert.Equal(
        [
            "The global index gsi1 is missing.", "The global index gsi2 is missing.",
            "Items do not expire; they should by expires.", "There is no stream with new and old images.",
        ], await DifferencesAsync(Full));

        Wire.Clear();
        var mended = await Administration.EvolveAsync(Name, Full);
        Assert.Equal([TableDifferenceKind.MissingIndex, TableDifferenceKind.MissingIndex, TableDifferenceKind.TimeToLive, TableDifferenceKind.Stream], mended.Select(static each => each.Kind));
        Assert.Equal(["gsi1", "gsi2"], Wire.Requests.Where(static each => each.Body.TryGetProperty("GlobalSecondaryIndexUpdates", out _))
            .Select(static each => each.Body.GetProperty("GlobalSecondaryIndexUpdates")[0].GetProperty("Create").GetProperty("IndexName").GetString()));
        Assert.Empty(await DifferencesAsync(Full));
        Assert.Equal(1, await CountAsync("gsi1", "gsi1_pk"));

        Wire.Clear();
        Assert.Empty(await Administration.EvolveAsync(Name, Full));
        Assert.DoesNotContain(Wire.Operations, static operation => operation.IsWrite());
    }

    [Fact]
    public async Task Extra_indexes_stay_until_the_options_say_otherwise()
    {
        await Administration.CreateIfAbsentAsync(Name, Full);
        var smaller = Full with { Indexes = [Second, Local] };
        Assert.Equal(["The global index gsi1 is not in the definition."], await DifferencesAsync(smaller));
        Assert.Empty(await Administration.EvolveAsync(Name, smaller));
        Assert.Single(await DifferencesAsync(smaller));
        Assert.Single(await Administration.EvolveAsync(Name, smaller, new() { RemoveExtraIndexes = true }));
        Assert.Empty(await DifferencesAsync(smaller));
    }

    [Theory]
    [InlineData("sort", "The table has the sort key sk (S); it should be range (S).")]
    [InlineData("index", "The index gsi1 has the partition key gsi1_pk (S); it should be owner (S).")]
    [InlineData("type", "The index gsi1 has the sort key gsi1_sk (S); it should be gsi1_sk (N).")]
    [InlineData("projection", "The index gsi1 projects ALL; it should project KEYS_ONLY.")]
    [InlineData("include", "The index gsi2 includes a, b; it should include a, c.")]
    [InlineData("local", "The local index lsi2 is missing.")]
    [InlineData("kind", "The index lsi1 is local; it should be global.")]
    [InlineData("expiry", "Items expire by expires; they should by other.")]
    public async Task What_cannot_be_changed_is_said_and_then_nothing_is(string change, string expected)
    {
        await Administration.CreateIfAbsentAsync(Name, Full);
        TableDefinition other = change switch
        {
            "sort" => Full with { SortKey = "range" },
            "index" => With(First with { PartitionAttributes = [new("owner")] }, Second, Local),
            "type" => With(First with { SortAttributes = [new("gsi1_sk", KeyAttributeType.Number)] }, Second, Local),
            "projection" => With(First with { Projection = IndexProjection.KeysOnly }, Second, Local),
            "include" => With(First, Second with { Include = ["a", "c"] }, Local),
            "local" => With(First, Second, Local, new("lsi2", "pk", "lsi2_sk") { IsLocal = true }),
            "kind" => With(First, Second, Local with { IsLocal = false }),
            _ => Full with { TimeToLiveAttribute = "other" },
        };
        other = other with { Indexes = [.. other.Indexes, new("gsi9", "gsi9_pk", "gsi9_sk")] };

        Assert.Contains(expected, await DifferencesAsync(other));
        Wire.Clear();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Administration.EvolveAsync(Name, other));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("gsi9", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Wire.Operations, static operation => operation.IsWrite());
    }

    [Fact]
    public async Task An_index_of_several_key_attributes_is_compared_attribute_by_attribute()
    {
        Assert.SkipUnless(TDatabase.HasCompositeIndexes, "DynamoDB Local 1.25.1 does not take several key attributes in an index (November 2025).");
        var composite = new IndexDefinition("multi", [new("tenant_id"), new("code", KeyAttributeType.Binary)], [new("floor", KeyAttributeType.Number), new("name")]);
        await Administration.CreateIfAbsentAsync(Name, Bare with { Indexes = [composite] });
        Assert.Empty(await DifferencesAsync(Bare with { Indexes = [composite] }));
        Assert.Equal(["The index multi has the sort key floor (N), name (S); it should be name (S), floor (N)."],
            await DifferencesAsync(Bare with { Indexes = [composite with { SortAttributes = [new("name"), new("floor", KeyAttributeType.Number)] }] }));
    }

    [Fact]
    public async Task The_table_of_the_resources_here_is_as_it_is_defined()
    {
        var definition = base.Definition;
        await Administration.EvolveAsync(Name, definition);
        Assert.Empty(await DifferencesAsync(definition));
    }

    private static TableDefinition With(params IndexDefinition[] indexes) => Full with { Indexes = indexes };

    protected override async ValueTask DisposingAsync() => await Administration.DeleteAsync(Name);

    private async Task<string[]> DifferencesAsync(TableDefinition definition) => [.. (await Administration.VerifyAsync(Name, definition)).Select(static each => each.Text)];

    private async Task PutAsync(string id)
    {
        var text = new { S = id };
        var item = new { pk = text, sk = text, gsi1_pk = text, gsi1_sk = text };
        using var reply = await Table.Transport.SendAsync(DynamoOperation.PutItem, JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name, Item = item }), default);
        Assert.Null(reply.Error);
    }

    private async Task<int> CountAsync(string index, string key)
    {
        var request = new { TableName = Name, IndexName = index, KeyConditionExpression = $"{key}=:p", ExpressionAttributeValues = new Dictionary<string, object> { [":p"] = new { S = "1" } } };
        using var reply = await Table.Transport.SendAsync(DynamoOperation.Query, JsonSerializer.SerializeToUtf8Bytes(request), default);
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty("Count").GetInt32();
    }
}

public sealed class AdministrationOnDynoxide : AdministrationTests<Dynoxide>;

public sealed class AdministrationOnDynamoDbLocal : AdministrationTests<Amazons>;
