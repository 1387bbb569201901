using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>Silences a warning on declarations of which it is false because of what is generated.</summary>
/// <typeparam name="TNode">The kind of node that the warning stands on or in.</typeparam>
public abstract class DeclarationSuppressor<TNode> : DiagnosticSuppressor where TNode : SyntaxNode
{
    private readonly SuppressionDescriptor _suppression;

    private protected DeclarationSuppressor(SuppressionDescriptor suppression) => _suppression = suppression;

    /// <inheritdoc/>
    public sealed override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [_suppression];

    /// <inheritdoc/>
    public sealed override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TNode>();
            if (node is not null && IsFalse(node, context)) context.ReportSuppression(Suppression.Create(_suppression, diagnostic));
        }
    }

    /// <summary>Whether the warning is false here.</summary>
    private protected abstract bool IsFalse(TNode node, SuppressionAnalysisContext context);
}
