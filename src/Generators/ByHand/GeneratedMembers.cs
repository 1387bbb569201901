using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.ByHand;

/// <summary>A member in generated text.</summary>
/// <param name="signature">What it is told apart by.</param>
/// <param name="declaration">Its declaration.</param>
internal readonly struct GeneratedMember(MemberSignature signature, MemberDeclarationSyntax declaration)
{
    public MemberSignature Signature { get; } = signature;

    public MemberDeclarationSyntax Declaration { get; } = declaration;

    /// <summary>Whether other generated code sets it, so that it cannot be something else: a field, or a property that holds a value.</summary>
    public bool IsData => Declaration switch
    {
        FieldDeclarationSyntax declared => !declared.Modifiers.Any(SyntaxKind.ConstKeyword),
        PropertyDeclarationSyntax { ExpressionBody: null, Initializer: null } => true,
        PropertyDeclarationSyntax { AccessorList: { } list } property => !property.Modifiers.Any(SyntaxKind.StaticKeyword) && list.Accessors.Count > 1,
        _ => false,
    };

    /// <summary>How a user would declare it.</summary>
    public string Head
    {
        get
        {
            var bare = Declaration switch
            {
                ConstructorDeclarationSyntax constructor => constructor.WithBody(null).WithInitializer(null).WithExpressionBody(null),
                MethodDeclarationSyntax method => method.WithBody(null).WithExpressionBody(null),
                ConversionOperatorDeclarationSyntax conversion => conversion.WithBody(null).WithExpressionBody(null),
                PropertyDeclarationSyntax property => property.WithAccessorList(null).WithExpressionBody(null).WithInitializer(null),
                var other => other,
            };
            return bare.WithAttributeLists([]).WithoutTrivia().NormalizeWhitespace().ToString().Replace("global::", "").TrimEnd(';');
        }
    }
}

/// <summary>The members that generated text declares, and the text without those that users wrote.</summary>
internal static class GeneratedMembers
{
    /// <summary>How the line of a generated file begins that silences warnings.</summary>
    private const string Silenced = "#pragma warning disable";

    /// <summary>All members of the types in a generated file.</summary>
    public static IEnumerable<GeneratedMember> In(string text)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes())
        {
            if (node is not TypeDeclarationSyntax type) continue;
            var name = NameOf(type);
            foreach (var member in type.Members)
            {
                if (MemberSignature.Of(member, name) is { } signature) yield return new(signature, member);
            }
        }
    }

    /// <summary>A generated file without the members that users wrote by hand, and without their comments.</summary>
    public static string Without(string text, IReadOnlyList<MemberSignature> byHand)
    {
        if (!MentionsAny(text, byHand)) return text;
        var replaced = new List<Microsoft.CodeAnalysis.Text.TextSpan>();
        foreach (var member in In(text))
        {
            if (!member.IsData && IsReplaced(member.Signature, byHand)) replaced.Add(member.Declaration.FullSpan);
        }

        if (replaced.Count == 0) return text;
        replaced.Sort(static (left, right) => right.Start.CompareTo(left.Start));
        foreach (var span in replaced)
        {
            // What follows the first member begins with an empty line.
            var isFirst = span.Start >= 2 && text[span.Start - 2] == '{';
            text = text.Remove(span.Start, span.Length + (isFirst && span.End < text.Length && text[span.End] == '\n' ? 1 : 0));
        }

        // What a class is made with may have been for what is written elsewhere now.
        return text.Replace(Silenced, Silenced + " CS9113,");
    }

    /// <summary>Whether a text can hold any of the members at all; most do not, and need not be parsed.</summary>
    private static bool MentionsAny(string text, IReadOnlyList<MemberSignature> byHand)
    {
        foreach (var member in byHand)
        {
            var name = member.Name[0] == '.' || member.Name.StartsWith("op_", StringComparison.Ordinal) ? member.Type.Substring(member.Type.LastIndexOf('.') + 1) : member.Name;
            if (text.IndexOf(name, StringComparison.Ordinal) >= 0) return true;
        }

        return false;
    }

    private static bool IsReplaced(MemberSignature generated, IReadOnlyList<MemberSignature> byHand)
    {
        foreach (var member in byHand)
        {
            if (member.Replaces(generated)) return true;
        }

        return false;
    }

    private static string NameOf(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText;
        for (var outer = type.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is TypeDeclarationSyntax container) name = $"{container.Identifier.ValueText}.{name}";
            if (outer is BaseNamespaceDeclarationSyntax space) name = $"{space.Name.ToString().Replace("@", "")}.{name}";
        }

        return name;
    }
}
