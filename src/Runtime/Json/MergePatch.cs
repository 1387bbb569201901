namespace GeekCafe.Json;

/// <summary>JSON merge patch (RFC 7396) for dictionaries: null removes an entry, anything else sets it.</summary>
public static class MergePatch
{
    /// <summary>The entries after the patch.</summary>
    public static Dictionary<string, T> Apply<T>(IEnumerable<KeyValuePair<string, T>>? current, IEnumerable<KeyValuePair<string, T?>> patch)
        where T : class?
    {
        var merged = new Dictionary<string, T>(current ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in patch)
        {
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return merged;
    }

    /// <summary>The entries after the patch, of a value type.</summary>
    public static Dictionary<string, T> ApplyValues<T>(IEnumerable<KeyValuePair<string, T>>? current, IEnumerable<KeyValuePair<string, T?>> patch)
        where T : struct
    {
        var merged = new Dictionary<string, T>(current ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in patch)
        {
            if (value is { } present) merged[key] = present;
            else merged.Remove(key);
        }

        return merged;
    }
}
