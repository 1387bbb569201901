using System.Collections;
using System.Reflection;

namespace GeekCafe.Community.Tests;

/// <summary>Whether two records hold the same, found by looking at all their properties: nothing generated has a say in it.</summary>
internal static class Same
{
    public static void Assert<T>(T expected, T actual) where T : class
    {
        if (Difference(typeof(T).Name, expected, actual) is { } difference) Xunit.Assert.Fail(difference);
    }

    /// <summary>The first difference, or null.</summary>
    public static string? Difference(string path, object? expected, object? actual)
    {
        if (expected is null || actual is null) return expected is null && actual is null ? null : Differs();
        switch (expected)
        {
            // Equality of times forgets the offset, that of addresses the fragment.
            case DateTimeOffset time: return actual is DateTimeOffset other && time.EqualsExact(other) ? null : Differs();
            case DateTime time: return actual is DateTime same && time == same && time.Kind == same.Kind ? null : Differs();
            case Uri address: return actual is Uri uri && address.OriginalString == uri.OriginalString ? null : Differs();
            case string or ValueType: return expected.Equals(actual) ? null : Differs();
            case IDictionary map: return actual is IDictionary entries ? Maps(path, map, entries) : Differs();
            case ISet<string> set: return actual is ISet<string> texts && set.SetEquals(texts) ? null : Differs();
            case IEnumerable list: return actual is IEnumerable items ? Lists(path, [.. list.Cast<object?>()], [.. items.Cast<object?>()]) : Differs();
        }

        return expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => Difference($"{path}.{property.Name}", property.GetValue(expected), property.GetValue(actual)))
            .FirstOrDefault(static difference => difference is not null);

        string Differs() => $"{path}: expected <{expected ?? "null"}>, found <{actual ?? "null"}>";
    }

    private static string? Maps(string path, IDictionary expected, IDictionary actual) => expected.Count != actual.Count
        ? $"{path}: expected {expected.Count} entries, found {actual.Count}"
        : expected.Keys.Cast<object>().Select(key => actual.Contains(key) ? Difference($"{path}[{key}]", expected[key], actual[key]) : $"{path}: lacks [{key}]")
            .FirstOrDefault(static difference => difference is not null);

    private static string? Lists(string path, object?[] expected, object?[] actual) => expected.Length != actual.Length
        ? $"{path}: expected {expected.Length} elements, found {actual.Length}"
        : expected.Select((each, i) => Difference($"{path}[{i}]", each, actual[i])).FirstOrDefault(static difference => difference is not null);
}
