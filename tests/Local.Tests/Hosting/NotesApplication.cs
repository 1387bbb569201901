using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;

namespace GeekCafe.Local.Tests.Hosting;

/// <summary>An application written by hand, as small as can be: create, list and get notes.</summary>
internal sealed class NotesApplication : IApplication<NotesApplication>
{
    private readonly ServiceEnvironment _environment;

    private NotesApplication(ServiceEnvironment environment)
    {
        _environment = environment;
        Operations =
        [
            new ApiOperation("notes.create", "POST", "/notes", CreateAsync),
            new ApiOperation("notes.list", "GET", "/notes", ListAsync),
            new ApiOperation("notes.get", "GET", "/notes/{id}", GetAsync),
            new ApiOperation("health.check", "GET", "/health", static _ => ValueTask.CompletedTask) { Authentication = Authentication.Public },
        ];
    }

    public static TableDefinition Table { get; } = new("pk", "sk", []);

    public static string Manifest => """
        {
          "version": 1, "application": "Notes",
          "resources": [{ "name": "notes", "type": "Notes.Note", "members": [{ "name": "text", "type": "string", "required": true, "access": "client" }] }],
          "operations": [
            { "name": "notes.create", "method": "POST", "route": "/notes", "resource": "notes", "kind": "create" },
            { "name": "notes.list", "method": "GET", "route": "/notes", "resource": "notes", "kind": "list" },
            { "name": "notes.get", "method": "GET", "route": "/notes/{id}", "resource": "notes", "kind": "get" }
          ]
        }
        """;

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static NotesApplication Create(ServiceEnvironment environment) => new(environment);

    private async ValueTask CreateAsync(ApiContext context)
    {
        using var body = JsonDocument.Parse(context.Request.Body);
        var (id, text) = (Guid.CreateVersion7().ToString("N"), body.RootElement.GetProperty("text").GetString());
        using var stored = await SendAsync(DynamoOperation.PutItem, new
        {
            _environment.TableName,
            Item = new { pk = Text(context.Caller.TenantId), sk = Text(id), text = Text(text), by = Text(context.Caller.UserId) },
        });
        context.Response.StatusCode = 201;
        Write(context, new { id, text, context.Caller.Roles });
    }

    private async ValueTask ListAsync(ApiContext context)
    {
        using var found = await SendAsync(DynamoOperation.Query, new Dictionary<string, object>
        {
            ["TableName"] = _environment.TableName,
            ["KeyConditionExpression"] = "pk = :p",
            ["ExpressionAttributeValues"] = new Dictionary<string, object> { [":p"] = Text(context.Caller.TenantId) },
        });
        Write(context, new { items = found.RootElement.GetProperty("Items").EnumerateArray().Select(Note).ToArray() });
    }

    private async ValueTask GetAsync(ApiContext context)
    {
        using var found = await SendAsync(DynamoOperation.GetItem, new
        {
            _environment.TableName,
            Key = new { pk = Text(context.Caller.TenantId), sk = Text(context.Request.RouteValue("id")) },
        });
        if (found.RootElement.TryGetProperty("Item", out var item)) Write(context, Note(item));
        else context.Response.StatusCode = 404;
    }

    private async Task<JsonDocument> SendAsync(DynamoOperation operation, object request)
    {
        using var reply = await _environment.Client.SendAsync(operation, JsonSerializer.SerializeToUtf8Bytes(request), null, default);
        return reply.Error is null ? JsonDocument.Parse(reply.Body.ToArray()) : throw new InvalidOperationException(reply.Error.ToString());
    }

    private static object Note(JsonElement item) => new
    {
        id = item.GetProperty("sk").GetProperty("S").GetString(),
        text = item.GetProperty("text").GetProperty("S").GetString(),
    };

    private static object Text(string? value) => new { S = value };

    private static void Write(ApiContext context, object body)
    {
        context.Response.SetHeader("content-type", "application/json");
        context.Response.Body.Write(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
