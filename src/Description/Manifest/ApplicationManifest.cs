using System.Text.Json;

namespace GeekCafe.Description;

/// <summary>What tools read of the generated manifest: resources, their members and their operations.</summary>
internal sealed record ApplicationManifest
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The version of its form.</summary>
    public int Version { get; init; } = 1;

    public string Application { get; init; } = "";
    public ManifestTable Table { get; init; } = new();
    public IReadOnlyList<ManifestResource> Resources { get; init; } = [];
    public IReadOnlyList<ManifestType> Types { get; init; } = [];
    public IReadOnlyList<ManifestOperation> Operations { get; init; } = [];
    public IReadOnlyList<ManifestJob> Jobs { get; init; } = [];

    /// <summary>Resources whose changes a function of the application processes.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    public static ApplicationManifest Parse(string json)
    {
        var manifest = JsonSerializer.Deserialize<ApplicationManifest>(json, Options) ?? throw new JsonException("The manifest is null.");
        var twins = manifest.Resources.GroupBy(static resource => resource.TypeName).Where(static group => group.Count() > 1).Select(static group => group.Key).ToHashSet();
        return manifest with { Resources = [.. manifest.Resources.Select(resource => twins.Contains(resource.TypeName) ? resource with { TypeName = resource.Type } : resource)] };
    }
}

/// <summary>A resource: its name in routes, the record it is made from, its members.</summary>
internal sealed record ManifestResource(string Name, string Type)
{
    public IReadOnlyList<ManifestMember> Members { get; init; } = [];

    /// <summary>The pattern of its partition key.</summary>
    public string PartitionKey { get; init; } = "";

    /// <summary>The pattern of its sort key.</summary>
    public string SortKey { get; init; } = "";

    /// <summary>Its access patterns through indexes.</summary>
    public IReadOnlyList<ManifestPattern> Indexes { get; init; } = [];

    /// <summary>Members whose values are unique: each has a marker, written in one transaction with the item.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>Whether each write makes an entry of the audit trail, in one transaction with the item.</summary>
    public bool Audited { get; init; }

    /// <summary>Overridden hooks of its service that may read or write other things, such as <c>Authorize</c> and <c>OnCreated</c>.</summary>
    public IReadOnlyList<string> Hooks { get; init; } = [];

    /// <summary>The record's name without its namespace, or in full if two resources have one.</summary>
    public string TypeName { get; init; } = Type[(Type.LastIndexOfAny(['.', '+']) + 1)..];

    /// <summary>The members a client may send.</summary>
    public IEnumerable<ManifestMember> ClientMembers => Members.Where(static member => member.Access == "client");
}

/// <summary>A nested type.</summary>
internal sealed record ManifestType(string Name)
{
    /// <summary>The member that tells its kinds apart; null if it is one record.</summary>
    public string? Discriminator { get; init; }

    public IReadOnlyList<ManifestKind> Kinds { get; init; } = [];

    public IReadOnlyList<ManifestMember> Members { get; init; } = [];
}

/// <summary>A kind of a type: the discriminator's value, a text or number, or none; and the nested type it is.</summary>
internal sealed record ManifestKind(JsonElement? Value, string Ref);

/// <summary>A row of the route table.</summary>
internal sealed record ManifestOperation(string Name, string Method, string Route, string Resource, string Kind)
{
    /// <summary><c>claims</c>, <c>apiKey</c> or <c>public</c>.</summary>
    public string Authentication { get; init; } = "claims";

    /// <summary>Query parameters of an operation that a user wrote.</summary>
    public IReadOnlyList<ManifestMember> Query { get; init; } = [];

    /// <summary>Values of its route that are no members of the key.</summary>
    public IReadOnlyList<ManifestMember> Path { get; init; } = [];

    /// <summary>Whether it takes the query parameters of lists as well.</summary>
    public bool Paged { get; init; }

    /// <summary>Whether a page begins with the largest sort key unless the request says otherwise.</summary>
    public bool Descending { get; init; }

    /// <summary>Whether it takes <c>If-Match</c>.</summary>
    public bool IfMatch { get; init; }

    /// <summary>Its body; null if it takes none.</summary>
    public ManifestBody? Body { get; init; }

    /// <summary>What it answers; null where its kind tells.</summary>
    public ManifestAnswer? Answer { get; init; }

    /// <summary>The names in braces.</summary>
    public IEnumerable<string> RouteParameters =>
        Route.Split('/').Where(static segment => segment is ['{', .., '}']).Select(static segment => segment[1..^1]);
}

/// <summary>The body of an operation that a user wrote: a type, a resource's input or its patch.</summary>
internal sealed record ManifestBody(string Ref, bool Required);

/// <summary>What an operation that a user wrote answers: <c>one</c>, <c>updated</c>, <c>page</c> or <c>nothing</c>, and of what.</summary>
internal sealed record ManifestAnswer(string Kind, string? Ref);

/// <summary>A member of a resource or nested type, or what a collection holds.</summary>
internal sealed record ManifestMember
{
    public string Name { get; init; } = "";

    /// <summary>string, boolean, integer, number, array, set, object (by text keys) or ref. Anything else: any JSON.</summary>
    public string Type { get; init; } = "";

    public bool Required { get; init; }
    public bool Nullable { get; init; }

    /// <summary>Who writes it: <c>client</c>, <c>server</c> (the service's rules), <c>system</c> (the toolkit) or, if it is <c>computed</c>, nobody.</summary>
    public string Access { get; init; } = "client";

    /// <summary>Whether its value must not get into logs.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Whether clients may send it and never see it.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>Whether clients may set it at the create only.</summary>
    public bool CreateOnly { get; init; }

    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }

    // As JSON, because an Int64 is too precise for a double and a double too large for a decimal.
    public JsonElement? Minimum { get; init; }
    public JsonElement? Maximum { get; init; }

    public string? Pattern { get; init; }
    public string? Format { get; init; }
    public IReadOnlyList<JsonElement>? Enum { get; init; }

    /// <summary>What an array or set holds.</summary>
    public ManifestMember? Items { get; init; }

    /// <summary>What a dictionary holds.</summary>
    public ManifestMember? Values { get; init; }

    /// <summary>The name of a nested type.</summary>
    public string? Ref { get; init; }
}
