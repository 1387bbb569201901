using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>Writes the description of an application's API from its manifest, as OpenAPI 3.1.</summary>
public static class OpenApi
{
    /// <summary>The description as JSON.</summary>
    /// <param name="manifest">The manifest the generator wrote.</param>
    public static string Write(string manifest) => Write(ApplicationManifest.Parse(manifest)).ToJsonString();

    internal static JsonObject Write(ApplicationManifest manifest)
    {
        var schemas = new OpenApiSchemas(manifest);
        var operations = new OpenApiOperations(manifest);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = manifest.Application, ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. manifest.Resources.Select(static resource => new JsonObject { ["name"] = resource.Name })]),
            ["paths"] = operations.Paths(),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = SecuritySchemes(),
                ["parameters"] = OpenApiParameters.Components(),
                ["responses"] = OpenApiResponses.Components(),
                ["schemas"] = schemas.Components(),
            },
        };
    }

    internal static JsonObject Ref(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    internal static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject SecuritySchemes() => new()
    {
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
        ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-api-key" },
    };
}
