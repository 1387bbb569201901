using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>Reads query parameters from the place the event's kind keeps them, decoded once.</summary>
internal static class QueryReader
{
    /// <summary>The most parameters a request may have. Ours: no route takes more than a few, and each costs two strings.</summary>
    public const int MaxParameters = 50;

    /// <summary>Reads all parameters in order.</summary>
    /// <returns>False when one cannot be decoded or there are too many.</returns>
    public static bool TryRead(LambdaEvent source, List<KeyValuePair<string, string>> into)
    {
        var json = source.Json.Span;
        ref var members = ref source.Members;
        if (source.Kind is EventKind.HttpV2 or EventKind.FunctionUrl && members.RawQueryString.IsPresent)
        {
            // The map joins repeated values with a comma and cannot tell them from a value that has one; the raw text can.
            return members.RawQueryString.TryGetString(json, out var raw) && TryReadText(raw, into);
        }

        var map = members.MultiValueQuery.IsObject(json) ? members.MultiValueQuery : members.Query;
        if (!map.IsPresent || map.IsNull(json)) return true;
        return map.IsObject(json) && TryReadMap(map.In(json), decode: source.Kind == EventKind.LoadBalancer, into);
    }

    private static bool TryReadText(string query, List<KeyValuePair<string, string>> into)
    {
        if (query.Length == 0) return true;
        foreach (var range in query.AsSpan().Split('&'))
        {
            var pair = query.AsSpan(range);
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? default : pair[(equals + 1)..];
            if (!TryAdd(name, value, decode: true, into)) return false;
        }

        return true;
    }

    private static bool TryReadMap(ReadOnlySpan<byte> map, bool decode, List<KeyValuePair<string, string>> into)
    {
        try
        {
            var reader = new Utf8JsonReader(map);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartArray)
                {
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        if (reader.TokenType != JsonTokenType.String || !TryAdd(name, reader.GetString(), decode, into)) return false;
                    }
                }
                else if (reader.TokenType != JsonTokenType.String || !TryAdd(name, reader.GetString(), decode, into))
                {
                    return false;
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a name or value.
            return false;
        }
    }

    private static bool TryAdd(ReadOnlySpan<char> name, ReadOnlySpan<char> value, bool decode, List<KeyValuePair<string, string>> into)
    {
        if (into.Count == MaxParameters) return false;
        string? decodedName = null, decodedValue = null;
        if (decode && !(PercentEncoding.TryDecode(name, true, out decodedName) && PercentEncoding.TryDecode(value, true, out decodedValue)))
        {
            return false;
        }

        into.Add(new(decodedName ?? name.ToString(), decodedValue ?? value.ToString()));
        return true;
    }
}
