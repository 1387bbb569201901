using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>The hooks that the user's part of a service overrides: whether it wants to know of changes, and what its operations wait for besides their own work.</summary>
internal static class ServiceHooks
{
    private const string Hook = "OnChangeAsync";

    /// <summary>Hooks that operations wait for, so that they may ask the database.</summary>
    private static readonly string[] Awaited =
        ["AuthorizeAsync", "AuthorizeReadsAsync", "ValidateAsync", "OnCreatedAsync", "OnUpdatedAsync", "OnDeletedAsync", "OnRestoredAsync"];

    /// <summary>Whether the user's part of the resource's service overrides the hook. Its base class is not known yet, so the method goes by its name.</summary>
    public static bool Listens(INamedTypeSymbol resource)
    {
        foreach (var service in ((INamespaceOrTypeSymbol)resource.ContainingSymbol).GetTypeMembers(resource.Name + "Service"))
        {
            if (Override(service) is not null) return true;
        }

        return false;
    }

    /// <summary>The overridden hooks that may wait for something, without <c>Async</c>: what an operation that runs one does with the table is not known.</summary>
    public static EquatableArray<string> Waiting(INamedTypeSymbol resource)
    {
        var names = new List<string>();
        foreach (var service in ((INamespaceOrTypeSymbol)resource.ContainingSymbol).GetTypeMembers(resource.Name + "Service"))
        {
            foreach (var hook in Awaited)
            {
                foreach (var member in service.GetMembers(hook))
                {
                    if (member is IMethodSymbol { IsOverride: true } method && MayWait(method)) names.Add(hook.Substring(0, hook.Length - "Async".Length));
                }
            }
        }

        return names.ToEquatable();
    }

    /// <summary>Looks at what derives from a service, where nobody would see the override. For the analyzer.</summary>
    public static void CheckDerived(INamedTypeSymbol type, Report report)
    {
        if (type.BaseType is not { } parent || IsRoot(parent) || Override(type) is not { } hook) return;
        for (var current = parent; current is not null; current = current.BaseType)
        {
            if (IsRoot(current))
            {
                report(Rules.UnheardChanges, hook.Place(), type.Name, parent.Name);
                return;
            }

            if (Override(current) is not null) return;
            parent = current;
        }
    }

    private static ISymbol? Override(INamedTypeSymbol service)
    {
        foreach (var member in service.GetMembers(Hook))
        {
            if (member is IMethodSymbol { IsOverride: true, Parameters.Length: 2 }) return member;
        }

        return null;
    }

    private static bool MayWait(IMethodSymbol method)
    {
        if (method.IsAsync) return true;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not MethodDeclarationSyntax declaration) return true;
            if (declaration.ExpressionBody is { } body && !IsThere(body.Expression)) return true;
            foreach (var node in declaration.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                if (node is ReturnStatementSyntax { Expression: { } value } && !IsThere(value)) return true;
            }
        }

        return false;
    }

    /// <summary>Whether a task is complete when it is made, as <c>ValueTask.FromResult(x)</c> is. Anything that is not surely so is not.</summary>
    private static bool IsThere(ExpressionSyntax task) => task switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        DefaultExpressionSyntax or ThrowExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsThere(inner.Expression),
        ConditionalExpressionSyntax choice => IsThere(choice.WhenTrue) && IsThere(choice.WhenFalse),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } member => IsValueTask(member.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" } member } => IsValueTask(member.Expression),
        _ => false,
    };

    private static bool IsValueTask(ExpressionSyntax type) =>
        type is IdentifierNameSyntax { Identifier.ValueText: "ValueTask" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ValueTask" };

    private static bool IsRoot(INamedTypeSymbol type) => type is { Name: "ResourceService", TypeArguments.Length: 4, ContainingNamespace.Name: "GeekCafe" };
}
