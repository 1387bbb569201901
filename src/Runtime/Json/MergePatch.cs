namespace GeekCafe.Json;

/// <summary>JSON merge patch (RFC 7396) for dictionaries: null removes an entry, anything else sets it.</summary>
public static class MergePatch
{
    /// <summary>The entries after the patch.</summary>
    public static Dictionary<string, T> Apply<T>(IEnumerable<KeyValuePair<string, T>>? current, IEnumerable<KeyValuePair<string, T?>> patch)
        where T : class? => Apply<string, T>(current, patch);

    /// <summary>The entries after the patch, whose names are no plain texts.</summary>
    public static Dictionary<TKey, T> Apply<TKey, T>(IEnumerable<KeyValuePair<TKey, T>>? current, IEnumerable<KeyValuePair<TKey, T?>> patch)
        where TKey : notnull where T : class?
    {
        var merged = new Dictionary<TKey, T>(current ?? []);
        foreach (var (key, value) in patch)
        {
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return merged;
    }

    /// <summary>The entries after the patch, of a value type.</summary>
    public static Dictionary<string, T> ApplyValues<T>(IEnumerable<KeyValuePair<string, T>>? current, IEnumerable<KeyValuePair<string, T?>> patch)
        where T : struct => ApplyValues<string, T>(current, patch);

    /// <summary>The entries after the patch, of a value type, whose names are no plain texts.</summary>
    public static Dictionary<TKey, T> ApplyValues<TKey, T>(IEnumerable<KeyValuePair<TKey, T>>? current, IEnumerable<KeyValuePair<TKey, T?>> patch)
        where TKey : notnull where T : struct
    {
        var merged = new Dictionary<TKey, T>(current ?? []);
        foreach (var (key, value) in patch)
        {
            if (value is { } present) merged[key] = present;
            else merged.Remove(key);
        }

        return merged;
    }

    /// <summary>The entries after the patch, of a value type that may be null: what holds null keeps it, what is patched with null goes.</summary>
    public static Dictionary<TKey, T?> ApplyNullables<TKey, T>(IEnumerable<KeyValuePair<TKey, T?>>? current, IEnumerable<KeyValuePair<TKey, T?>> patch)
        where TKey : notnull where T : struct
    {
        var merged = new Dictionary<TKey, T?>(current ?? []);
        foreach (var (key, value) in patch)
        {
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return merged;
    }
}
