using System.Collections.Immutable;

namespace GeekCafe.Generators.Core;

/// <summary>The first of each that share a name.</summary>
public static class Distinct
{
    public static ImmutableArray<T> By<T>(ImmutableArray<T> items, Func<T, string> name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var first = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (seen.Add(name(item))) first.Add(item);
        }

        return first.ToImmutable();
    }
}
