using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>Schemas of a type of several kinds: one of them, told by its discriminator.</summary>
internal static class OpenApiKinds
{
    public static void Add(JsonObject schemas, ManifestType type, string discriminator)
    {
        var (kinds, mapping, isTold) = (new JsonArray(), new JsonObject(), true);
        foreach (var kind in type.Kinds)
        {
            if (kind.Value is not { } value)
            {
                kinds.Add(OpenApi.Ref("schemas", kind.Ref));
                isTold = false;
                continue;
            }

            // Not the kind's own schema, for the kind may also be a member's type, and then has no discriminator.
            var name = $"{type.Name}.{kind.Ref}";
            schemas[name] = Kind(kind.Ref, discriminator, value);
            kinds.Add(OpenApi.Ref("schemas", name));
            mapping[value.ToString()] = $"#/components/schemas/{name}";
        }

        // A kind without discriminator fits what other kinds fit, and OpenAPI's discriminator must always be there.
        var schema = new JsonObject { [isTold ? "oneOf" : "anyOf"] = kinds };
        if (isTold) schema["discriminator"] = new JsonObject { ["propertyName"] = discriminator, ["mapping"] = mapping };
        schemas[type.Name] = schema;
    }

    private static JsonObject Kind(string reference, string discriminator, JsonElement value) => new()
    {
        ["allOf"] = new JsonArray(
            OpenApi.Ref("schemas", reference),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [discriminator] = new JsonObject { ["const"] = JsonNode.Parse(value.GetRawText()) } },
                ["required"] = new JsonArray(discriminator),
            }),
    };
}
