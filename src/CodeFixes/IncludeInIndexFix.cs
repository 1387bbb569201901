using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0074, GCG0075: adds what a projection reads to what the index holds. The call is in one file, the index perhaps in another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IncludeInIndexFix)), Shared]
public sealed class IncludeInIndexFix : CodeFixProvider
{
    private const string Title = "Include it in the index";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0074", "GCG0075"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // Arguments of the message: index, resource, what is missing, projection, and that as expressions.
            var (index, missing) = (diagnostic.Properties["0"], diagnostic.Properties["4"]);
            var node = model.SyntaxTree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (missing is null || ResourceOf(model, node) is not { } resource || Attribute(resource, index, context.CancellationToken) is not { } attribute) continue;
            if (context.Document.Project.Solution.GetDocument(attribute.SyntaxTree) is not { } document) continue;
            context.RegisterCodeFix(CodeAction.Create(Title, async cancellationToken =>
            {
                var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
                editor.ReplaceNode(attribute, Including(attribute, missing));
                return editor.GetChangedDocument();
            }, Title), diagnostic);
        }
    }

    /// <summary>The resource whose service is called.</summary>
    private static INamedTypeSymbol? ResourceOf(SemanticModel model, SyntaxNode node)
    {
        for (var type = model.GetSymbolInfo(node).Symbol?.ContainingType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "ResourceService", TypeArguments.Length: 4 }) return type.TypeArguments[0] as INamedTypeSymbol;
        }

        return null;
    }

    private static AttributeSyntax? Attribute(INamedTypeSymbol resource, string? index, CancellationToken cancellationToken)
    {
        foreach (var attribute in resource.GetAttributes())
        {
            var isMeant = attribute.AttributeClass?.Name.EndsWith("IndexAttribute", StringComparison.Ordinal) == true && attribute.ConstructorArguments.Length > 0;
            if (isMeant && Equals(attribute.ConstructorArguments[0].Value, index)) return attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        }

        return null;
    }

    private static AttributeSyntax Including(AttributeSyntax attribute, string missing)
    {
        var arguments = new List<string>();
        var isIncluding = false;
        foreach (var argument in attribute.ArgumentList!.Arguments)
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText;
            if (name == "Include") isIncluding = true;
            arguments.Add(name switch
            {
                "Include" when argument.Expression is CollectionExpressionSyntax { Elements.Count: > 0 } list => $"Include = [{list.Elements}, {missing}]",
                "Include" => $"Include = [{missing}]",
                "Projection" => "Projection = IndexProjection.Include",
                _ => argument.ToString(),
            });
        }

        if (!isIncluding) arguments.Add($"Include = [{missing}]");
        return attribute.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({string.Join(", ", arguments)})")!.WithTriviaFrom(attribute.ArgumentList));
    }
}
