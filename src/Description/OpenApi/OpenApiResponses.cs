using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>Answers: what a success of each kind of operation holds, and the errors all operations share.</summary>
internal static class OpenApiResponses
{
    private static readonly (int Status, string Name, string Description)[] Errors =
    [
        (400, "BadRequest", "The body or a parameter is not valid; details name the members."),
        (401, "Unauthorized", "No caller could be established."),
        (403, "Forbidden", "The caller may read the resource but not do this to it."),
        (404, "NotFound", "Missing, deleted, or another tenant's."),
        (409, "Conflict", "It exists already, or somebody else changed it in between."),
        (412, "PreconditionFailed", "The version named in If-Match is not the current one."),
        (413, "PayloadTooLarge", "The body or the item is too large."),
        (415, "UnsupportedMediaType", "The body is not JSON in UTF-8."),
        (422, "IdempotencyMismatch", "The idempotency key was used for another body."),
        (429, "TooManyRequests", "Slow down."),
        (500, "InternalError", "A defect, or a wrong configuration."),
        (503, "Unavailable", "The database did not answer in time; repeat."),
    ];

    public static JsonObject Components()
    {
        var responses = new JsonObject();
        foreach (var (_, name, description) in Errors)
        {
            responses[name] = new JsonObject { ["description"] = description, ["content"] = OpenApi.Json(OpenApiSchemas.Error) };
        }

        return responses;
    }

    /// <summary>The answers of an operation.</summary>
    public static JsonObject For(ManifestOperation operation, ManifestResource? resource)
    {
        var responses = Success(operation, resource);
        foreach (var (status, name, _) in Errors)
        {
            if (Applies(status, operation)) responses[$"{status}"] = OpenApi.Ref("responses", name);
        }

        return responses;
    }

    private static JsonObject Success(ManifestOperation operation, ManifestResource? resource)
    {
        JsonNode item = resource is null ? new JsonObject() : OpenApiSchemas.Answer(resource);
        return operation.Kind switch
        {
            "create" => new() { ["201"] = Response("Created.", item, "Location", "ETag") },
            "get" => new() { ["200"] = Response("The resource.", item, "ETag"), ["304"] = Response("Unchanged.", null, "ETag") },
            "patch" or "replace" or "restore" => new() { ["200"] = Response("As it is now.", item, "ETag") },
            "delete" => new() { ["204"] = Response("Deleted, now or before.", null) },
            "list" => new() { ["200"] = Response("A page.", Page(item)) },
            "batchGet" or "batchCreate" => new() { ["200"] = Response("One result for each entry, in order.", Results(item)) },
            _ => OpenApiCustom.Success(operation, resource),
        };
    }

    private static bool Applies(int status, ManifestOperation operation) => status switch
    {
        401 or 403 => operation.Authentication != "public",
        404 => operation.RouteParameters.Any(),
        409 => operation.Method != "GET" && operation.Kind != "batchGet",
        412 => operation.IfMatch || operation.Kind is "patch" or "replace" or "delete" or "restore",
        413 or 415 => operation.Method is "POST" or "PUT" or "PATCH" && operation.Kind != "restore",
        422 => operation.Kind == "create",
        _ => true,
    };

    internal static JsonObject Page(JsonNode item) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = item },
            ["cursor"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["description"] = "Null on the last page." },
        },
        ["required"] = new JsonArray("items", "cursor"),
    };

    private static JsonObject Results(JsonNode item) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["id"] = new JsonObject { ["type"] = "string" },
                        ["status"] = new JsonObject { ["type"] = "integer", ["description"] = "As if the entry had been a request of its own." },
                        ["item"] = item,
                        ["error"] = OpenApiSchemas.Error,
                    },
                    ["required"] = new JsonArray("status"),
                },
            },
        },
        ["required"] = new JsonArray("items"),
    };

    internal static JsonObject Response(string description, JsonNode? schema, params string[] headers)
    {
        var response = new JsonObject { ["description"] = description };
        if (headers.Length > 0)
        {
            response["headers"] = new JsonObject(headers.Select(static name =>
                KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } })));
        }

        if (schema is not null) response["content"] = OpenApi.Json(schema);
        return response;
    }
}
