using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>Query parameters and headers that operations share.</summary>
internal static class OpenApiParameters
{
    internal static readonly string[] Page = ["limit", "cursor", "order"];

    /// <summary>Those of a list.</summary>
    /// <param name="descending">Whether it begins with the largest sort key.</param>
    public static string[] OfPage(bool descending) => descending ? ["limit", "cursor", "descendingOrder"] : Page;

    public static JsonObject Components() => new()
    {
        ["limit"] = Parameter("limit", "query", "The most items in one answer.", new() { ["type"] = "integer", ["minimum"] = 1 }),
        ["cursor"] = Parameter("cursor", "query", "Where the page before this one ended.", new() { ["type"] = "string" }),
        ["order"] = Parameter("order", "query", "By sort key.", new() { ["type"] = "string", ["enum"] = new JsonArray("asc", "desc") }),
        ["descendingOrder"] = Parameter("order", "query", "By sort key.", new() { ["type"] = "string", ["enum"] = new JsonArray("asc", "desc"), ["default"] = "desc" }),
        ["ifMatch"] = Parameter("If-Match", "header", "Only if the ETag still holds; otherwise 412.", new() { ["type"] = "string" }),
        ["ifNoneMatch"] = Parameter("If-None-Match", "header", "Only if the ETag no longer holds; otherwise 304.", new() { ["type"] = "string" }),
        ["idempotencyKey"] = Parameter("Idempotency-Key", "header", "A create repeated with the same key creates once.", new() { ["type"] = "string" }),
    };

    /// <summary>The parameters of an operation: those in its route, and those of its kind.</summary>
    public static JsonArray For(ManifestOperation operation)
    {
        var shared = operation.Kind switch
        {
            "list" => Page,
            "get" => ["ifNoneMatch"],
            "patch" or "replace" or "delete" or "restore" => ["ifMatch"],
            "create" => ["idempotencyKey"],
            _ => [],
        };
        var inRoute = operation.RouteParameters.Select(name => Parameter(name, "path", null, operation.Path.FirstOrDefault(each => each.Name == name) is { } typed
            ? OpenApiSchemas.Schema(typed) : new() { ["type"] = "string" }));
        return new JsonArray([.. inRoute, .. shared.Select(static name => OpenApi.Ref("parameters", name)), .. OpenApiCustom.Parameters(operation)]);
    }

    private static JsonObject Parameter(string name, string place, string? description, JsonObject schema)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (description is not null) parameter["description"] = description;
        if (place == "path") parameter["required"] = true;
        parameter["schema"] = schema;
        return parameter;
    }
}
