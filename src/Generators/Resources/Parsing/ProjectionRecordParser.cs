using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads a record marked [ProjectionOf] into its model, or says what is wrong with it.</summary>
public sealed class ProjectionRecordParser(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken)
{
    private const int Read = 2;

    private bool _isValid = true;

    /// <summary>The model, or null if anything is wrong.</summary>
    public static ProjectionModel? Parse(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken) =>
        new ProjectionRecordParser(type, findings, cancellationToken).Parse();

    /// <summary>The attribute, or null.</summary>
    public static AttributeData? Find(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { MetadataName: "ProjectionOfAttribute`1", ContainingNamespace: { Name: "GeekCafe", ContainingNamespace.IsGlobalNamespace: true } }) return attribute;
        }

        return null;
    }

    private ProjectionModel? Parse()
    {
        if (Find(type) is not { AttributeClass.TypeArguments: [INamedTypeSymbol of] } attribute || of.TypeKind == TypeKind.Error || !DeclarationChecks.Pass(type, Report)) return null;
        if (of.Find(AttributeNames.Resource) is null || !SymbolEqualityComparer.Default.Equals(of.ContainingAssembly, type.ContainingAssembly))
        {
            Report(Rules.ProjectionOfNoResource, attribute.Location(), type.Name, of.Name);
            return null;
        }

        // What is wrong with the resource is told there.
        if (ResourceParser.Parse(of, Silence.Instance, cancellationToken) is not { } resource) return null;
        var record = new RecordParser(new RecognizedTypes(type.ContainingAssembly), Report, cancellationToken).ParseDocument(type);
        foreach (var member in record.Members) Compare(member, resource);
        CheckHook(of);
        return _isValid ? Model(record, resource) : null;
    }

    private void Compare(MemberModel member, ResourceModel resource)
    {
        foreach (var known in resource.Record.Members)
        {
            if (known.Name == member.Name && known.Type == member.Type) return;
        }

        var location = type.Locations[0];
        foreach (var symbol in type.GetMembers(member.Name)) location = symbol.Locations[0];
        var advice = "; it has no member of that name";
        foreach (var known in resource.Record.Members)
        {
            if (known.Name == member.Name) advice = $"; there its type is '{known.Type.Declared.Replace("global::", "")}'";
        }

        Report(Rules.UnknownProjectionMember, location, type.Name, member.Name, resource.Record.Name, advice);
    }

    /// <summary>A hook that decides about whole resources cannot be asked about a part.</summary>
    private void CheckHook(INamedTypeSymbol of)
    {
        foreach (var service in ((INamespaceOrTypeSymbol)of.ContainingSymbol).GetTypeMembers(of.Name + "Service"))
        {
            if (service.GetMembers("AuthorizeAsync").Length == 0 || service.GetMembers("AuthorizeProjectionAsync").Length > 0) continue;
            Report(Rules.UnauthorizedProjection, type.Locations[0], type.Name, service.Name);
        }
    }

    private static ProjectionModel Model(RecordModel record, ResourceModel resource)
    {
        var (owners, roles) = (new List<string>(), new List<string>());
        var (isDeclared, isForAnyone) = (false, false);
        foreach (var rule in resource.Access)
        {
            if ((rule.Operations & Read) == 0) continue;
            isDeclared = true;
            isForAnyone |= rule.Anyone;
            if (rule.Owner is { } owner) owners.Add(Attribute(resource, owner));
            roles.AddRange(rule.Roles);
        }

        return isDeclared && !isForAnyone
            ? new(record, resource.Identity.FullName, false, owners.ToEquatable(), roles.ToEquatable())
            : new(record, resource.Identity.FullName, true, [], []);
    }

    private static string Attribute(ResourceModel resource, string name)
    {
        foreach (var member in resource.Record.Members)
        {
            if (member.Name == name) return member.Attribute;
        }

        return Naming.Snake(name);
    }

    private void Report(DiagnosticDescriptor? rule, Location? location, params object[] arguments)
    {
        if (rule is null || rule.DefaultSeverity == DiagnosticSeverity.Error) _isValid = false;
        if (rule is not null) findings.Report(rule, location, arguments);
    }
}
