using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Testing;
using GeekCafe.Tests;
using GeekCafe.Validation;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>The ways a record goes out and comes back.</summary>
internal static class Trips
{
    /// <summary>How many values each way.</summary>
    public const int Count = 10_000;

    /// <summary>How many of them through a database, which takes milliseconds for each. A fifth, and all of them with GEEKCAFE_CAMPAIGN=5.</summary>
    public static readonly int Stored = Count / 5 * Campaign.Times;

    /// <summary>DynamoDB's JSON and back.</summary>
    public static T Item<T>(T record) where T : class, IResource<T>
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            record.WriteItem(new ItemWriter(json));
            json.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        var items = new ItemReader(reader);
        return T.ReadItem(ref items);
    }

    /// <summary>The API's JSON, and of it what a client may write, read as a client's input.</summary>
    public static TInput Api<T, TInput>(T record) where T : class, IResource<T> where TInput : class, IApiInput<TInput>
    {
        using var shown = new PooledBuffer();
        using (var json = new Utf8JsonWriter(shown)) record.WriteJson(new ApiWriter(json));
        var writable = typeof(TInput).GetProperties().Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();

        using var document = JsonDocument.Parse(shown.WrittenMemory);
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject().Where(member => writable.Contains(member.Name))) member.WriteTo(json);
            json.WriteEndObject();
        }

        var errors = new ValidationErrors();
        var input = ApiReader.ReadBody<TInput>(body.ToArray(), errors);
        Assert.True(errors.IsEmpty, errors.IsEmpty ? "" : string.Join(", ", errors.ToError().Details) + Encoding.UTF8.GetString(body.ToArray()));
        return input;
    }

    /// <summary>The members an input has, each compared with the record's.</summary>
    public static void AssertInput<T, TInput>(T record, TInput input) where TInput : class
    {
        foreach (var property in typeof(TInput).GetProperties())
        {
            var expected = typeof(T).GetProperty(property.Name)!.GetValue(record);
            if (Same.Difference(property.Name, expected, property.GetValue(input)) is { } difference) Assert.Fail(difference);
        }
    }

    /// <summary>
    /// Into a table of the database and back, in batches, each with an id of its own. What local databases are slow at does not matter here: the table has no
    /// index to be written as well, and no tenant has thousands.
    /// </summary>
    public static async Task DatabaseAsync<T>(LocalDatabase database, TableDefinition definition, IReadOnlyList<T> records)
        where T : class, IResource<T>
    {
        await using var local = await LocalTable.CreateAsync(database, definition with { Indexes = [] });
        var table = new DynamoTable(local.Client, local.Name);
        foreach (var chunk in records.Select(static (record, i) => record.WithSystem(record.System with { Id = $"e{i}", TenantId = $"t{i / 200}" })).Chunk(200))
        {
            var call = new TableCall(chunk[0].System.TenantId, null, default);
            Assert.All(await table.BatchPutItemsAsync(chunk, call), static error => Assert.Null(error));
            var found = await table.BatchGetItemsAsync<T>([.. chunk.Select(KeyOf)], call, consistent: true);
            for (var i = 0; i < chunk.Length; i++) Same.Assert(chunk[i], found[i].Data);
        }
    }

    private static ItemKey KeyOf<T>(T record) where T : class, IResource<T>
    {
        var item = AttributeMap.From(record);
        return new(item[T.Definition.PartitionKey].S, item[T.Definition.SortKey].S);
    }
}
