using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>What a function does with the table: DynamoDB's actions on its items, and the indexes it queries.</summary>
/// <remarks>
/// Transactions have no actions of their own: each part needs that of the single request (developer guide, "Using IAM with DynamoDB transactions").
/// Batches do: BatchGetItem, BatchWriteItem. No function scans or administers the table.
/// </remarks>
/// <param name="Actions">Actions on the table, without the prefix, ordered.</param>
/// <param name="Indexes">Names of indexes it queries, ordered.</param>
internal sealed record TableAccess(IReadOnlyList<string> Actions, IReadOnlyList<string> Indexes)
{
    private static readonly string[] Reads = ["BatchGetItem", "GetItem", "Query"];
    private static readonly TableAccess Nothing = new([], []);
    private static readonly string[] Writes = ["BatchWriteItem", "ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem"];

    /// <summary>What can be granted beyond what operations need.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Reads.Concat(Writes).Order(StringComparer.Ordinal)];

    /// <summary>What an operation needs.</summary>
    public static TableAccess Of(ManifestOperation operation, ApplicationManifest manifest)
    {
        var resource = manifest.Resources.FirstOrDefault(each => each.Name == operation.Resource);
        if (resource is null || operation.Kind == "custom") return operation.Method == "GET" ? Reading(manifest) : Everything(manifest);

        return OfKind(operation, resource, manifest).With(OfHooks(operation.Kind, resource, manifest));
    }

    private static TableAccess OfKind(ManifestOperation operation, ManifestResource resource, ApplicationManifest manifest)
    {
        var unique = resource.Unique.Count > 0;
        return operation.Kind switch
        {
            "create" => On("PutItem"),
            "get" => On("GetItem"),
            "list" => resource.Indexes.FirstOrDefault(index => $"{resource.Name}.list{index.Name}" == operation.Name) is { } index
                ? new([], [index.Index])
                : On("Query"),

            // A changed value gives its marker up and takes another; a deleted resource gives up its markers, a restored one takes them again.
            "patch" or "replace" => On("GetItem", "UpdateItem", unique || resource.Audited ? "PutItem" : null, unique ? "DeleteItem" : null),
            "delete" => On("GetItem", "UpdateItem", resource.Audited ? "PutItem" : null, unique ? "DeleteItem" : null),
            "restore" => On("GetItem", "UpdateItem", unique || resource.Audited ? "PutItem" : null),
            "batchGet" => On("BatchGetItem"),
            "batchCreate" => On("PutItem", GoesTogether(resource) ? "BatchWriteItem" : null),
            _ => operation.Method == "GET" ? Reading(manifest) : Everything(manifest),
        };
    }

    /// <summary>
    /// What overridden hooks may do that the operation waits for. What is asked beforehand may read, as custom operations that only read may; what is told
    /// afterwards may write as well.
    /// </summary>
    private static TableAccess OfHooks(string kind, ManifestResource resource, ApplicationManifest manifest)
    {
        var (asked, told) = kind switch
        {
            "create" or "batchCreate" => (new[] { "Authorize", "Validate" }, "OnCreated"),
            "patch" or "replace" => (["Authorize", "Validate"], "OnUpdated"),
            "delete" => (["Authorize"], "OnDeleted"),
            "restore" => (["Authorize"], "OnRestored"),
            "list" or "batchGet" => (["Authorize", "AuthorizeReads"], null),
            _ => (["Authorize"], (string?)null),
        };
        if (told is not null && resource.Hooks.Contains(told)) return Everything(manifest);
        return asked.Any(resource.Hooks.Contains) ? Reading(manifest) : Nothing;
    }

    /// <summary>What a custom operation that only reads may do: whatever a service offers for reading.</summary>
    public static TableAccess Reading(ApplicationManifest manifest) => new(Reads, IndexesOf(manifest));

    /// <summary>What jobs, stream processors and custom operations that write may do: all that services do.</summary>
    public static TableAccess Everything(ApplicationManifest manifest) => new(Known, IndexesOf(manifest));

    /// <summary>What both do.</summary>
    public TableAccess With(TableAccess other) => new(Ordered(Actions.Concat(other.Actions)), Ordered(Indexes.Concat(other.Indexes)));

    /// <summary>Creates go 25 to a request only if nothing is written with them and nothing can have their keys, which then hold the fresh id.</summary>
    private static bool GoesTogether(ManifestResource resource) =>
        !resource.Audited && (resource.PartitionKey + resource.SortKey).Contains("{Id}", StringComparison.OrdinalIgnoreCase);

    private static TableAccess On(params IEnumerable<string?> actions) => new(Ordered(actions.OfType<string>()), []);

    private static string[] IndexesOf(ApplicationManifest manifest) => [.. manifest.Table.Indexes.Select(static index => index.Name)];

    private static string[] Ordered(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
