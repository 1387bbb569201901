using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.ByHand;

/// <summary>
/// Types as text, from what users wrote and from what is generated, compared as the compiler would compare them. Types that are generated are not
/// known yet when users' members are read, and are named in short where they are written, so that a name without <c>global::</c> stands for any that
/// ends with it.
/// </summary>
internal static class TypeText
{
    private const string Global = "global::";

    /// <summary>Ends the text of a value type, of which another with a question mark is another type.</summary>
    private const char Value = '!';

    public static string Of(ITypeSymbol type) => Plain(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)) + (type.IsValueType ? Value : "");

    public static string Of(TypeSyntax type) => Plain(type.ToString());

    /// <summary>Whether a type that a user wrote is one that is generated.</summary>
    public static bool IsSame(string own, string generated)
    {
        var isValue = own.Length > 0 && own[own.Length - 1] == Value;
        own = isValue ? own.Substring(0, own.Length - 1) : own.TrimEnd('?');
        if (!isValue) generated = generated.TrimEnd('?');
        else if (own.EndsWith("?", StringComparison.Ordinal) != generated.EndsWith("?", StringComparison.Ordinal)) return false;

        // Inside of other types, references that may be null are no other types.
        own = own.Replace("?", "");
        generated = generated.Replace("?", "");
        for (int i = 0, j = 0; ;)
        {
            var (ownName, otherName) = (NameAt(own, ref i), NameAt(generated, ref j));
            if (!IsSameName(ownName, otherName)) return false;
            if (i == own.Length || j == generated.Length) return i == own.Length && j == generated.Length;
            if (own[i++] != generated[j++]) return false;
        }
    }

    private static bool IsSameName(string own, string generated) => own == generated || IsEndOf(own, generated) || IsEndOf(generated, own);

    /// <summary>Whether a name that is not given in full is the end of another.</summary>
    private static bool IsEndOf(string name, string full) => name.Length > 0 && name.Length < full.Length && !name.StartsWith(Global, StringComparison.Ordinal)
        && full.EndsWith(name, StringComparison.Ordinal) && full[full.Length - name.Length - 1] is '.' or ':';

    /// <summary>The name that begins here, or nothing; goes to its end.</summary>
    private static string NameAt(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '@' or '.' or ':')) position++;
        return text.Substring(start, position - start);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character)) plain.Append(character);
        }

        return plain.ToString();
    }
}
