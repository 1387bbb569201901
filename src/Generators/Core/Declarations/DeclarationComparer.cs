using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core.Declarations;

/// <summary>
/// Takes two compilations for one when they declare the same. To type in a method makes a compilation that nothing generated depends on; told apart only by
/// what they declare, the first of them stands for all, and no resource is looked at again.
/// </summary>
internal sealed class DeclarationComparer : IEqualityComparer<Compilation>
{
    public static DeclarationComparer Instance { get; } = new();

    public bool Equals(Compilation? before, Compilation? after)
    {
        if (ReferenceEquals(before, after)) return true;
        return before is not null && after is not null
            && before.AssemblyName == after.AssemblyName
            && before.Options.Equals(after.Options)
            && AreSame(before.ExternalReferences, after.ExternalReferences, Equals)
            && AreSame(before.SyntaxTrees, after.SyntaxTrees, Equals);
    }

    public int GetHashCode(Compilation compilation) => compilation.AssemblyName?.GetHashCode() ?? 0;

    /// <summary>A project beside this one is compared as this one is; anything else is the same only if it is the same object.</summary>
    private bool Equals(MetadataReference before, MetadataReference after) => ReferenceEquals(before, after)
        || (before is CompilationReference old && after is CompilationReference now && old.Properties == now.Properties && Equals(old.Compilation, now.Compilation));

    private static bool Equals(SyntaxTree before, SyntaxTree after) => ReferenceEquals(before, after)
        || (before.FilePath == after.FilePath && before.Options.Equals(after.Options) && Skeleton.Of(before) == Skeleton.Of(after));

    private static bool AreSame<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, T, bool> equals)
    {
        using var now = after.GetEnumerator();
        foreach (var old in before)
        {
            if (!now.MoveNext() || !equals(old, now.Current)) return false;
        }

        return !now.MoveNext();
    }
}
