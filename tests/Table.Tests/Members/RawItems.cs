using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Members;

/// <summary>Items as DynamoDB has them, past all of our mapping.</summary>
internal static class RawItems
{
    public static async Task<JsonObject> ReadAsync(this LocalTable table, string partition, string sort)
    {
        using var reply = await SendAsync(table, DynamoOperation.GetItem, new JsonObject { ["Key"] = Key(partition, sort), ["ConsistentRead"] = true });
        return JsonNode.Parse(reply.Body.Span)!["Item"]!.AsObject();
    }

    public static async Task PutAsync(this LocalTable table, JsonObject item) =>
        (await SendAsync(table, DynamoOperation.PutItem, new JsonObject { ["Item"] = item.DeepClone() })).Dispose();

    /// <summary>Changes an item behind the mapping's back.</summary>
    public static async Task EditAsync(this LocalTable table, string partition, string sort, Action<JsonObject> edit)
    {
        var item = await table.ReadAsync(partition, sort);
        edit(item);
        await table.PutAsync(item);
    }

    /// <summary>The values of a body that is sent as a client would send it.</summary>
    public static T Body<T>(string json) where T : class, IApiInput<T>
    {
        var errors = new GeekCafe.Validation.ValidationErrors();
        var body = GeekCafe.Json.ApiReader.ReadBody<T>(Encoding.UTF8.GetBytes(json), errors);
        Assert.True(errors.IsEmpty);
        return body;
    }

    /// <summary>A record as the API shows it.</summary>
    public static JsonObject Shown<T>(T resource) where T : class, IResource<T>
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) resource.WriteJson(new(json));
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    private static JsonObject Key(string partition, string sort) => new() { ["pk"] = new JsonObject { ["S"] = partition }, ["sk"] = new JsonObject { ["S"] = sort } };

    private static async Task<DynamoReply> SendAsync(LocalTable table, DynamoOperation operation, JsonObject request)
    {
        request["TableName"] = table.Name;
        var reply = await table.Client.SendAsync(operation, Encoding.UTF8.GetBytes(request.ToJsonString()), null, CancellationToken.None);
        Assert.Null(reply.Error);
        return reply;
    }
}
