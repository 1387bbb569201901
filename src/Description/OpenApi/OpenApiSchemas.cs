using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.Description;

/// <summary>Schemas: for each resource what is answered, what creates it and what patches it; nested types; the error.</summary>
internal sealed class OpenApiSchemas(ApplicationManifest manifest)
{
    // Not "Error", which an application may well have.
    private const string ErrorName = "ApiError";

    public static JsonObject Answer(ManifestResource resource) => OpenApi.Ref("schemas", resource.TypeName);

    public static JsonObject Input(ManifestResource resource) => OpenApi.Ref("schemas", resource.TypeName + "Input");

    public static JsonObject Patch(ManifestResource resource) => OpenApi.Ref("schemas", resource.TypeName + "Patch");

    public static JsonObject Error => OpenApi.Ref("schemas", ErrorName);

    public JsonObject Components()
    {
        var schemas = new JsonObject();
        foreach (var resource in manifest.Resources)
        {
            // In an answer every member has a value but those that may be null.
            schemas[resource.TypeName] = Object(resource.Members.Where(static member => !member.WriteOnly).Select(static member => member with { Required = !member.Nullable }));
            schemas[resource.TypeName + "Input"] = Strict(Object(resource.ClientMembers));
            schemas[resource.TypeName + "Patch"] = Strict(Object(resource.ClientMembers.Where(static member => !member.CreateOnly).Select(static member => member with { Required = false })));
        }

        foreach (var type in manifest.Types)
        {
            if (type.Discriminator is null) schemas[type.Name] = Object(type.Members);
            else OpenApiKinds.Add(schemas, type, type.Discriminator);
        }

        schemas[ErrorName] = ErrorSchema();
        return schemas;
    }

    private static JsonObject Strict(JsonObject schema)
    {
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Object(IEnumerable<ManifestMember> members)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var member in members)
        {
            properties[member.Name] = Schema(member);
            if (member.Required) required.Add(member.Name);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) schema["required"] = required;
        return schema;
    }

    internal static JsonObject Schema(ManifestMember member)
    {
        if (member.Type == "ref")
        {
            var reference = OpenApi.Ref("schemas", member.Ref!);
            return member.Nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
        }

        var collection = member.Type is "array" or "set";
        if (!collection && member.Type is not ("string" or "boolean" or "integer" or "number" or "object")) return [];

        var type = collection ? "array" : member.Type;
        var schema = new JsonObject { ["type"] = member.Nullable ? new JsonArray(type, "null") : type };
        if (member.MinLength is { } shortest) schema["minLength"] = shortest;
        if (member.MaxLength is { } longest) schema["maxLength"] = longest;
        if (member.MinItems is { } fewest) schema["minItems"] = fewest;
        if (member.MaxItems is { } most) schema["maxItems"] = most;
        if (member.Minimum is { } minimum) schema["minimum"] = JsonNode.Parse(minimum.GetRawText());
        if (member.Maximum is { } maximum) schema["maximum"] = JsonNode.Parse(maximum.GetRawText());
        if (member.Pattern is { } pattern) schema["pattern"] = $"^(?:{pattern})$"; // Ours match the whole text, JSON Schema's any part.
        if (member.Sensitive && member is { Type: "string", Format: null }) schema["format"] = "password";
        if (member.WriteOnly) schema["writeOnly"] = true;
        if (member.Access == "computed") schema["readOnly"] = true;
        if (member.Format is { } format) schema[format == "byte" ? "contentEncoding" : "format"] = format == "byte" ? "base64" : format;
        if (member.Enum is { } values) schema["enum"] = Enum(values, member.Nullable);
        if (collection) schema["items"] = member.Items is { } items ? Schema(items) : new JsonObject();
        if (member.Type == "set") schema["uniqueItems"] = true;
        if (member.Values is { } each) schema["additionalProperties"] = Schema(each);
        return schema;
    }

    private static JsonArray Enum(IEnumerable<JsonElement> values, bool nullable)
    {
        var nodes = values.Select(static value => JsonNode.Parse(value.GetRawText()));
        return new([.. nullable ? nodes.Append(null) : nodes]);
    }

    private static JsonObject ErrorSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["error"] = new JsonObject { ["type"] = "string", ["description"] = "For people." },
            ["errorCode"] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. System.Enum.GetValues<ErrorCode>().Select(static code => JsonValue.Create(code.WireName()))]),
            },
            ["details"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "Member to what is wrong with it.",
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            },
            ["requestId"] = new JsonObject { ["type"] = "string" },
        },
        ["required"] = new JsonArray("error", "errorCode"),
    };
}
