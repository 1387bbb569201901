using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads whether a resource's items are those of the Python SDK, and says what they cannot be.</summary>
public sealed class PythonItemsParser(INamedTypeSymbol type, Report report)
{
    /// <summary>Attributes of the Python SDK's that a member cannot have.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["model_name", "model_version", "version"];

    private static readonly Dictionary<string, string> SystemNames = new(StringComparer.Ordinal)
    {
        ["CreatedAt"] = "created_utc_ts",
        ["CreatedBy"] = "created_by_id",
        ["UpdatedAt"] = "modified_utc_ts",
        ["UpdatedBy"] = "updated_by_id",
        ["DeletedAt"] = "deleted_utc_ts",
        ["DeletedBy"] = "deleted_by_id",
    };

    private static readonly (string Attribute, string Problem)[] Refused =
    [
        (AttributeNames.Audited, "saves of the Python SDK would be missing in an audit trail"),
        (AttributeNames.SchemaVersion, "the Python SDK drops the version of an item's form when it saves it"),
        (AttributeNames.LocalSecondaryIndex, "tables of the Python SDK have none"),
        (AttributeNames.CompositeIndex, "tables of the Python SDK have none"),
        (AttributeNames.Conditions, "numbers and times in keys are not padded there, so that a range of keys is no range of values"),
    ];

    private static readonly (string Attribute, string Problem)[] RefusedOfMembers =
    [
        (AttributeNames.Unique, "the Python SDK would store a value that is taken"),
        (AttributeNames.Counter, "the Python SDK would write over what is counted meanwhile"),
        (AttributeNames.TimeToLive, "the Python SDK drops the time when it saves an item"),
    ];

    /// <summary>The model, or null if its items are ours.</summary>
    public PythonModel? Parse()
    {
        if (type.Find(AttributeNames.PythonItems) is not { } attribute) return null;
        var name = attribute.Named<string>("ModelName") ?? Naming.Snake(type.Name);
        if (!IsModelName(name)) report(Rules.InvalidName, attribute.NamedLocation("ModelName"), name, "model name", type.Name, "it must be lower-case letters, digits, '_' and '-', as the Python SDK writes it");
        return new PythonModel(name);
    }

    /// <summary>A system member as the Python SDK stores it.</summary>
    public static MemberModel Map(MemberModel member) => member.Name switch
    {
        "Version" => member with { Derived = "global::GeekCafe.DynamoDb.EpochSeconds.ToVersion(UpdatedAt)", Summary = "When the resource was last written, in microseconds since 1970: differs after every write." },
        _ when SystemNames.TryGetValue(member.Name, out var attribute) => member with
        {
            Attribute = attribute,
            Type = member.Type is ScalarType { Method: "DateTimeOffset" } time ? time.AsEpochSeconds() : member.Type,
        },
        _ => member,
    };

    /// <summary>Says which features need what the Python SDK would take away.</summary>
    /// <param name="record">The resource's record.</param>
    /// <param name="resource">Its attribute.</param>
    /// <param name="key">The attribute of its primary key, or null.</param>
    /// <param name="indexes">Its indexes.</param>
    public void Check(RecordModel record, AttributeData resource, AttributeData? key, EquatableArray<IndexModel> indexes)
    {
        foreach (var (name, problem) in Refused)
        {
            if (type.Find(name) is { } attribute) Refuse(attribute.Location(), Shown(attribute), problem);
        }

        foreach (var member in record.Members)
        {
            foreach (var (name, problem) in RefusedOfMembers)
            {
                if (MemberAttributes.Find(type, member.Name, name) is { } attribute) Refuse(attribute.Location(), Shown(attribute), problem);
            }

            if (member is { Name: "Version", IsDeclared: true }) Refuse(MemberSyntax.Location(type, "Version"), "a 'Version' of its own", "it follows from the time of the last write");
        }

        if (resource.Named<int>("PurgeAfterDays") > 0) Refuse(resource.NamedLocation("PurgeAfterDays"), "PurgeAfterDays", "the Python SDK drops the time when it saves an item");
        if (key?.Named<int>("Shards") > 0) Refuse(key.NamedLocation("Shards"), "Shards", "tables of the Python SDK have none");
        if (type.Find(AttributeNames.Changes) is { } changes && changes.Named<bool>("Direct")) Refuse(changes.NamedLocation("Direct"), "Direct", "a version that is a time cannot be counted on by the database");
        foreach (var index in indexes)
        {
            if (index.Partition.Shards > 0) Refuse(LocationOf(index, "Shards"), "Shards", "tables of the Python SDK have none");
            foreach (var member in index.Partition.Members)
            {
                if (member is { IsText: true, Attribute: "" }) Refuse(LocationOf(index), $"'{member.Text}' in the partition of '{index.Name}'", "a list compares the texts it is asked for with attributes; use a member of the resource itself that is stored");
            }

            if (index.Projection != Projection.All) Refuse(LocationOf(index, "Projection"), "Projection", "indexes of the Python SDK hold all attributes");
        }
    }

    private static bool IsModelName(string name)
    {
        foreach (var character in name)
        {
            if (character is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-')) return false;
        }

        return name.Length > 0;
    }

    private static string Shown(AttributeData attribute) => $"[{attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length)}]";

    private Location? LocationOf(IndexModel index, string? argument = null)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.Is(AttributeNames.SecondaryIndex) && attribute.Text(0) == index.Name) return argument is null ? attribute.ArgumentLocation(1) : attribute.NamedLocation(argument);
        }

        return type.Place();
    }

    private void Refuse(Location? location, string feature, string problem) => report(Rules.UnfitForPython, location, type.Name, feature, problem);
}
