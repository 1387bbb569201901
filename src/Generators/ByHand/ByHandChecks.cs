using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.ByHand;

/// <summary>Whether what users wrote by hand can take the place of what would be generated. For the analyzer.</summary>
internal static class ByHandChecks
{
    /// <param name="assembly">The assembly that declares both.</param>
    /// <param name="files">What would be generated if nothing were written by hand.</param>
    /// <param name="byHand">What users wrote.</param>
    /// <param name="findings">Where to report.</param>
    public static void Run(IAssemblySymbol assembly, IEnumerable<GeneratedFile> files, EquatableArray<MemberSignature> byHand, IFindings findings)
    {
        if (byHand.Count == 0) return;
        foreach (var file in files)
        {
            foreach (var generated in GeneratedMembers.In(file.Text))
            {
                foreach (var own in byHand)
                {
                    if (own.Type == generated.Signature.Type && own.Name == generated.Signature.Name) Compare(assembly, own, generated, findings);
                }
            }
        }
    }

    private static void Compare(IAssemblySymbol assembly, MemberSignature own, GeneratedMember generated, IFindings findings)
    {
        var isSameKind = own.IsCallable == generated.Signature.IsCallable;
        if (own.Interface == generated.Signature.Interface && (generated.IsData || !isSameKind))
        {
            findings.Report(Rules.NameTaken, Location(assembly, own), own.Name, ShortName(own.Type), "");
        }
        else if (own.IsSameMember(generated.Signature) && !own.Fits(generated.Signature))
        {
            findings.Report(Rules.UnfitByHand, Location(assembly, own), $"{ShortName(own.Type)}.{own.Name}", generated.Head);
        }
    }

    private static string ShortName(string type) => type.Substring(type.LastIndexOf('.') + 1);

    private static Location? Location(IAssemblySymbol assembly, MemberSignature member)
    {
        INamespaceOrTypeSymbol container = assembly.GlobalNamespace;
        foreach (var part in member.Type.Split('.'))
        {
            foreach (var inner in container.GetMembers(part))
            {
                if (inner is not INamespaceOrTypeSymbol found || found is INamedTypeSymbol { Arity: > 0 }) continue;
                container = found;
                break;
            }
        }

        if (container is not INamedTypeSymbol type) return null;
        foreach (var (symbol, signature) in HandWritten.In(type, isMapped: false))
        {
            if (signature == member) return symbol.Place();
        }

        return null;
    }
}
