using System.Text;
using System.Text.Json;
using GeekCafe.Json;

namespace GeekCafe.Lambda;

/// <summary>Takes the body of a batch apart, so that each entry is read, and can be wrong, by itself.</summary>
internal static class BatchBody
{
    /// <summary>The most entries.</summary>
    public const int MaxEntries = 100;

    private static readonly ServiceError NotAnObject = new(ErrorCode.InvalidFormat, "The body must be one JSON object.");

    /// <summary>Where the entries of the one array in the body are.</summary>
    /// <param name="body">The body.</param>
    /// <param name="member">The array's name.</param>
    public static ServiceResult<List<Range>> Entries(ReadOnlySpan<byte> body, ReadOnlySpan<byte> member)
    {
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ApiReader.MaxDepth + 2 });
        List<Range>? entries = null;
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return NotAnObject;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (!json.ValueTextEquals(member)) return ServiceError.Invalid(Shorten(json.GetString()!), "is not a member of a batch");
                if (entries is not null) return Invalid(member, "occurs more than once");
                json.Read();
                if (json.TokenType != JsonTokenType.StartArray) return Invalid(member, "must be an array");
                entries = [];
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)json.TokenStartIndex;
                    json.Skip();
                    entries.Add(start..(int)json.BytesConsumed);
                    if (entries.Count > MaxEntries) return Invalid(member, $"must have at most {MaxEntries} entries");
                }
            }

            if (json.Read()) return NotAnObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name that is not Unicode.
            return NotAnObject;
        }

        return entries is null ? Invalid(member, "is required") : entries;
    }

    /// <summary>The texts in <c>{"ids":[...]}</c>.</summary>
    public static ServiceResult<List<string>> Ids(ReadOnlySpan<byte> body)
    {
        if (!Entries(body, "ids"u8).TryGet(out var entries, out var error)) return error;
        var ids = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            var json = new Utf8JsonReader(body[entry]);
            json.Read();
            if (json.TokenType != JsonTokenType.String) return Invalid("ids"u8, "must be an array of texts");
            try
            {
                ids.Add(json.GetString()!);
            }
            catch (InvalidOperationException)
            {
                return Invalid("ids"u8, "must be well-formed Unicode");
            }
        }

        return ids;
    }

    private static ServiceError Invalid(ReadOnlySpan<byte> member, string problem) => ServiceError.Invalid(Encoding.UTF8.GetString(member), problem);

    private static string Shorten(string name) => name.Length <= 64 ? name : name[..64];
}
