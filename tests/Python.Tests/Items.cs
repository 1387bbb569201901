using System.Globalization;
using System.Text.Json.Nodes;

namespace GeekCafe.Python.Tests;

/// <summary>Items as the Python SDK stores them: written out, so that nothing of this library has a part in them.</summary>
internal static class Items
{
    /// <summary>The id and times of the event in <see cref="Event"/>.</summary>
    public const string Id = "1730000000-123456-6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    public static JsonObject S(string text) => new() { ["S"] = text };

    public static JsonObject N(string number) => new() { ["N"] = number };

    /// <summary>An event that nobody changed: attributes and keys as <c>to_resource_dictionary</c> gives them, nulls left out.</summary>
    public static JsonObject Event(string id = Id, string tenant = "t1", string organizer = "ann", string created = "1730000000.123456") => JsonNode.Parse($$$"""
        {
          "pk": {"S": "event#{{{id}}}"}, "sk": {"S": "event#{{{id}}}"},
          "gsi1_pk": {"S": "user#{{{organizer}}}"}, "gsi1_sk": {"S": "model#event#ts#{{{created}}}"},
          "gsi2_pk": {"S": "group#g1"}, "gsi2_sk": {"S": "ts#{{{created}}}"},
          "gsi3_pk": {"S": "visibility#members_only"}, "gsi3_sk": {"S": "ts#{{{created}}}"},
          "gsi4_pk": {"S": "event#date"}, "gsi4_sk": {"S": "date#1767225600.0#ts#{{{created}}}"},
          "gsi5_pk": {"S": "tenant#{{{tenant}}}"}, "gsi5_sk": {"S": "model#event#ts#{{{created}}}"},
          "gsi6_pk": {"S": "event#all"}, "gsi6_sk": {"S": "ts#{{{created}}}"},
          "id": {"S": "{{{id}}}"}, "tenant_id": {"S": "{{{tenant}}}"}, "user_id": {"S": "{{{organizer}}}"},
          "model_name": {"S": "event"}, "model_name_plural": {"S": "events"}, "model_version": {"S": "1.0.0"}, "version": {"N": "1.0"},
          "created_utc_ts": {"N": "{{{created}}}"}, "created_by_id": {"S": "{{{organizer}}}"},
          "modified_utc_ts": {"N": "{{{created}}}"},
          "title": {"S": "Reading"}, "date": {"S": "2026-01-01T00:00:00+00:00"}, "description": {"S": "Bring a book"},
          "visibility": {"S": "members_only"}, "group_id": {"S": "g1"}, "organizer_id": {"S": "{{{organizer}}}"},
          "invited_guests": {"L": [{"S": "bob"}]}, "is_draft": {"BOOL": false}, "end_utc_ts": {"N": "1767232800.5"},
          "location": {"M": {"city": {"S": "Kyoto"} } }, "metadata": {"M": {}}
        }
        """)!.AsObject();

    /// <summary>The item after the Python SDK saved it again: what its model does not know is gone.</summary>
    public static JsonObject SavedByPython(JsonObject item, string modified, Action<JsonObject> change)
    {
        var saved = item.DeepClone().AsObject();
        foreach (var name in saved.Select(static attribute => attribute.Key).Where(static name => name[0] == '_').ToArray()) saved.Remove(name);
        saved["modified_utc_ts"] = N(modified);
        change(saved);
        return saved;
    }

    /// <summary>Members by name, numbers by value: DynamoDB gives numbers back in a form of its own.</summary>
    public static string Canonical(JsonNode node) => node switch
    {
        JsonObject { Count: 1 } value when value["N"] is { } number =>
            "N" + (decimal.Parse((string)number!, NumberStyles.Float, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        JsonObject members => "{" + string.Join(",", members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}:{Canonical(member.Value!)}")) + "}",
        JsonArray array => "[" + string.Join(",", array.Select(static value => Canonical(value!))) + "]",
        _ => node.ToJsonString(),
    };
}
