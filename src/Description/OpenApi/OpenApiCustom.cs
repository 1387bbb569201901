using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>What operations that users wrote take and answer, which their kind does not tell.</summary>
internal static class OpenApiCustom
{
    /// <summary>The query parameters and headers.</summary>
    public static IEnumerable<JsonNode> Parameters(ManifestOperation operation)
    {
        foreach (var parameter in operation.Query)
        {
            yield return new JsonObject
            {
                ["name"] = parameter.Name,
                ["in"] = "query",
                ["required"] = parameter.Required,
                ["schema"] = OpenApiSchemas.Schema(parameter),
            };
        }

        string[] shared = [.. operation.Paged ? OpenApiParameters.OfPage(operation.Descending) : [], .. operation.IfMatch ? ["ifMatch"] : Array.Empty<string>()];
        foreach (var name in shared) yield return OpenApi.Ref("parameters", name);
    }

    /// <summary>The body; null if it takes none.</summary>
    public static JsonObject? Body(ManifestOperation operation) => operation.Body is not { } body ? null : new JsonObject
    {
        ["required"] = body.Required,
        ["content"] = OpenApi.Json(OpenApi.Ref("schemas", body.Ref)),
    };

    /// <summary>The answers to what succeeds.</summary>
    public static JsonObject Success(ManifestOperation operation, ManifestResource? resource)
    {
        if (operation.Answer is not { Ref: { } name } answer)
        {
            return operation.Answer?.Kind == "nothing"
                ? new() { ["204"] = OpenApiResponses.Response("Done.", null) }
                : new() { ["200"] = OpenApiResponses.Response("Done.", new JsonObject()) };
        }

        var item = OpenApi.Ref("schemas", name);
        string[] headers = name == resource?.TypeName ? ["ETag"] : [];
        return answer.Kind switch
        {
            "page" => new() { ["200"] = OpenApiResponses.Response("A page.", OpenApiResponses.Page(item)) },
            "updated" => new()
            {
                ["200"] = OpenApiResponses.Response("As it is now.", item, headers),
                ["201"] = OpenApiResponses.Response("Created.", item.DeepClone(), "Location", "ETag"),
            },
            _ => new() { ["200"] = OpenApiResponses.Response("Done.", item, headers) },
        };
    }
}
