using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>The paths with their operations.</summary>
internal sealed class OpenApiOperations(ApplicationManifest manifest)
{
    private readonly ExampleBody _examples = new(manifest);

    public JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var operation in manifest.Operations)
        {
            if (paths[operation.Route] is not JsonObject path) paths[operation.Route] = path = [];
#pragma warning disable CA1308 // Methods are lower case in OpenAPI.
            path[operation.Method.ToLowerInvariant()] = Operation(operation);
#pragma warning restore CA1308
        }

        return paths;
    }

    private JsonObject Operation(ManifestOperation operation)
    {
        var resource = manifest.Resources.FirstOrDefault(each => each.Name == operation.Resource);
        var described = new JsonObject
        {
            ["operationId"] = operation.Name,
            ["tags"] = new JsonArray(operation.Resource),
            ["parameters"] = OpenApiParameters.For(operation),
        };
        if (resource is not null && Body(operation, resource) is { } body) described["requestBody"] = body;
        if (operation.Authentication == "public") described["security"] = new JsonArray();
        if (operation.Authentication == "apiKey") described["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() });
        described["responses"] = OpenApiResponses.For(operation, resource);
        return described;
    }

    private JsonObject? Body(ManifestOperation operation, ManifestResource resource) => operation.Kind switch
    {
        "create" or "replace" => Json(OpenApiSchemas.Input(resource), _examples.For(resource)),
        "patch" => new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject
            {
                ["application/merge-patch+json"] = new JsonObject { ["schema"] = OpenApiSchemas.Patch(resource) },
                ["application/json"] = new JsonObject { ["schema"] = OpenApiSchemas.Patch(resource) },
            },
        },
        "batchGet" => Json(Array("ids", new JsonObject { ["type"] = "string" }), null),
        "batchCreate" => Json(
            Array("items", OpenApiSchemas.Input(resource)),
            new JsonObject { ["items"] = new JsonArray(_examples.For(resource)) }),
        _ => OpenApiCustom.Body(operation),
    };

    private static JsonObject Json(JsonObject schema, JsonObject? example)
    {
        var content = OpenApi.Json(schema);
        if (example is not null) content["application/json"]!["example"] = example;
        return new JsonObject { ["required"] = true, ["content"] = content };
    }

    private static JsonObject Array(string name, JsonObject items) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [name] = new JsonObject { ["type"] = "array", ["items"] = items } },
        ["required"] = new JsonArray(name),
        ["additionalProperties"] = false,
    };
}
