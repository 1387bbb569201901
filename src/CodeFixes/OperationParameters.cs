using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>Lists of parameters with their commas and spaces.</summary>
internal static class OperationParameters
{
    public static SeparatedSyntaxList<ParameterSyntax> Insert(SeparatedSyntaxList<ParameterSyntax> parameters, int at, string parameter)
    {
        var added = SyntaxFactory.ParseParameterList($"({parameter})").Parameters[0];
        var all = new List<ParameterSyntax>(parameters);
        all.Insert(at, added);
        return Separated(all);
    }

    public static SeparatedSyntaxList<ParameterSyntax> Without(SeparatedSyntaxList<ParameterSyntax> parameters, int at)
    {
        var rest = new List<ParameterSyntax>(parameters);
        rest.RemoveAt(at);
        return Separated(rest);
    }

    private static SeparatedSyntaxList<ParameterSyntax> Separated(List<ParameterSyntax> parameters)
    {
        var commas = new List<SyntaxToken>();
        for (var i = 1; i < parameters.Count; i++) commas.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.SeparatedList(parameters, commas);
    }
}
