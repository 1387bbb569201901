using System.Text;

namespace GeekCafe.Generators.Core;

/// <summary>File names of generated text: unique in an assembly even for names that differ only in case.</summary>
public static class HintName
{
    /// <param name="metadataName">The type's full name.</param>
    /// <param name="facet">What the file holds, such as <c>Keys</c>.</param>
    public static string Of(string metadataName, string facet)
    {
        // Roslyn compares hint names without case: names with unusual capitals get a mark that tells them apart.
        var safe = new StringBuilder();
        foreach (var character in metadataName) safe.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '-');
        return $"{safe}.{facet}.g.cs";
    }
}
