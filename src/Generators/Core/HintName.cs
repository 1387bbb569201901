using System.Text;

namespace GeekCafe.Generators.Core;

/// <summary>File names of generated text: unique in an assembly.</summary>
public static class HintName
{
    /// <param name="type">The type.</param>
    /// <param name="facet">What the file holds, such as <c>Keys</c>.</param>
    public static string Of(TypeIdentity type, string facet)
    {
        var safe = new StringBuilder();
        foreach (var character in type.MetadataName) safe.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '-');
        return $"{safe}{(type.HasTwin ? Capitals(type.MetadataName) : "")}.{facet}.g.cs";
    }

    /// <summary>Roslyn compares hint names without case, so a name with a twin says where its capitals are.</summary>
    private static string Capitals(string name)
    {
        var places = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i])) places.Append('-').Append(CSharp.Literal(i));
        }

        return places.ToString();
    }
}
