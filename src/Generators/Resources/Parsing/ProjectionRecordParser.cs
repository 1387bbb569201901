using GeekCafe.Generators.ByHand;
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
    public static AttributeData? Find(INamedTypeSymbol type) => type.Find(AttributeNames.ProjectionOf);

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
        var members = new List<MemberModel>();
        foreach (var member in record.Members)
        {
            if (Known(member, resource) is { } known) members.Add(member with { Type = known.Type, Attribute = known.Attribute, ApiName = known.ApiName, IsSensitive = known.IsSensitive, IsWriteOnly = known.IsWriteOnly });
        }

        // What is sensitive is known only now.
        record = record with { Members = members.ToEquatable() };
        new GeneratedNames(type, Report).CheckDocument(record.Members);
        CheckHook(of);
        if (!_isValid) return null;
        var model = Model(record, resource);
        return model with { Keys = KeyReadingParser.Parse(model, resource), ByHand = new HandWritten().Add(type).Members };
    }

    /// <summary>The resource's member of the same name and type; null, with a report, if there is none.</summary>
    private MemberModel? Known(MemberModel member, ResourceModel resource)
    {
        foreach (var known in resource.Record.Members)
        {
            if (known.Name == member.Name && known.Derived.Length == 0 && IsSame(known.Type, member.Type)) return known;
        }

        var location = type.Place();
        foreach (var symbol in type.GetMembers(member.Name)) location = symbol.Place();
        var advice = "; it has no member of that name";
        foreach (var known in resource.Record.Members)
        {
            if (known.Name == member.Name && known.Derived.Length > 0) advice = "; there it follows from another member, which is what is stored";
            else if (known.Name == member.Name) advice = $"; there its type is '{known.Type.Declared.Replace("global::", "")}'{(known.Type is DocumentType && member.Type is DocumentType ? ", and a nested record is read as a whole" : "")}";
        }

        Report(Rules.UnknownProjectionMember, location, type.Name, member.Name, resource.Record.Name, advice);
        return null;
    }

    /// <summary>Times are of one type whichever way the resource stores them.</summary>
    private static bool IsSame(TypeModel known, TypeModel type) =>
        known == type || (known is ScalarType scalar && type is ScalarType other && scalar.AsEpochSeconds() == other.AsEpochSeconds());

    /// <summary>A hook that decides about whole resources is asked about whole resources, which are read for it.</summary>
    private void CheckHook(INamedTypeSymbol of)
    {
        foreach (var service in ((INamespaceOrTypeSymbol)of.ContainingSymbol).GetTypeMembers(of.Name + "Service"))
        {
            if (service.GetMembers("AuthorizeAsync").Length == 0 || service.GetMembers("AuthorizeProjectionAsync").Length > 0) continue;
            Report(Rules.UnauthorizedProjection, type.Place(), type.Name, service.Name);
        }
    }

    private static ProjectionModel Model(RecordModel record, ResourceModel resource)
    {
        var (owners, users, roles) = (new List<string>(), new List<string>(), new List<string>());
        var (isDeclared, isForAnyone) = (false, false);
        foreach (var rule in resource.Access)
        {
            if ((rule.Operations & Read) == 0) continue;
            isDeclared = true;
            isForAnyone |= rule.Anyone;
            if (rule.Owner is { } owner) owners.Add(Attribute(resource, owner));
            if (rule.Members is { } list) users.Add(Attribute(resource, list));
            roles.AddRange(rule.Roles);
        }

        var expiry = resource.Expiry.Member is { } member ? Attribute(resource, member) : null;
        return isDeclared && !isForAnyone
            ? new(record, resource.Identity.FullName, false, owners.ToEquatable(), roles.ToEquatable()) { Members = users.ToEquatable(), Expiry = expiry }
            : new(record, resource.Identity.FullName, true, [], []) { Expiry = expiry };
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
