using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Databases;

/// <summary>A definition and the few requests the tests send.</summary>
internal static class Tables
{
    public static readonly TableDefinition Definition = new("pk", "sk", [new IndexDefinition("gsi1", "gsi1_pk", "gsi1_sk")]);

    public static byte[] Json(object request) => JsonSerializer.SerializeToUtf8Bytes(request);

    public static byte[] Put(string table, string id) => Json(new
    {
        TableName = table,
        Item = new { pk = Text("p"), sk = Text(id), gsi1_pk = Text("g"), gsi1_sk = Text(id) },
    });

    public static byte[] QueryIndex(string table) => Json(new Dictionary<string, object>
    {
        ["TableName"] = table,
        ["IndexName"] = "gsi1",
        ["KeyConditionExpression"] = "gsi1_pk = :p",
        ["ExpressionAttributeValues"] = new Dictionary<string, object> { [":p"] = Text("g") },
    });

    public static async Task<int> CountAsync(IDynamoTransport transport, string table)
    {
        using var reply = await transport.SendAsync(DynamoOperation.Query, QueryIndex(table), default);
        Assert.Null(reply.Error);
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty("Count").GetInt32();
    }

    public static Task<LocalDatabase> StartAsync(string database)
    {
        var missing = database == "dynoxide" ? LocalDynamo.Missing : DynamoDbLocal.Missing;
        Assert.SkipWhen(missing is not null, missing ?? "");
        return database == "dynoxide" ? LocalDynamo.SharedAsync() : DynamoDbLocal.SharedAsync();
    }

    private static object Text(string value) => new { S = value };
}
