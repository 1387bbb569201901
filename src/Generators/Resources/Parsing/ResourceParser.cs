using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>
/// Reads an annotated record into its model, or says what is wrong with it. The generator and the analyzer both run it: the one for the model,
/// the other for the findings.
/// </summary>
public sealed class ResourceParser(INamedTypeSymbol type, string assemblyName, IFindings findings, CancellationToken cancellationToken)
{
    private bool _isValid = true;

    /// <summary>The model, or null if anything is wrong.</summary>
    public static ResourceModel? Parse(INamedTypeSymbol type, string assemblyName, IFindings findings, CancellationToken cancellationToken) =>
        new ResourceParser(type, assemblyName, findings, cancellationToken).Parse();

    private ResourceModel? Parse()
    {
        var resource = type.Find(AttributeNames.Resource);
        if (resource is null || !DeclarationChecks.Pass(type, Report)) return null;

        var types = new RecognizedTypes(assemblyName);
        var members = new RecordParser(types, Report, cancellationToken);
        var record = members.ParseResource(type);
        var documents = new List<RecordModel>();
        for (var i = 0; i < types.Documents.Count; i++)
        {
            if (DeclarationChecks.Pass(types.Documents[i], Report)) documents.Add(members.ParseDocument(types.Documents[i]));
        }

        var name = ParseName(resource);
        var keys = new KeyPatternParser(type, record.Members, Report);
        var (partition, sort) = ParsePrimaryKey(keys, name);
        var indexes = new IndexParser(type, keys, Report).Parse();
        var access = new AccessParser(type, record.Members, Report).Parse();
        if (!_isValid || partition is null || sort is null) return null;

        return new ResourceModel
        {
            Record = record,
            Name = name,
            Route = resource.Named<string>("Route") ?? "/" + name,
            Partition = partition,
            Sort = sort,
            Indexes = indexes,
            Access = access,
            Documents = documents.ToEquatable(),
            Enums = types.Enums,
        };
    }

    private string ParseName(AttributeData resource)
    {
        var name = resource.Text(0);
        if (!Routes.IsName(name))
        {
            Report(Rules.InvalidName, resource.Location(), name, "name", type.Name, "it must be lower-case letters, digits and '-', and begin with a letter, such as 'events'");
        }

        if (resource.Named<string>("Route") is { } route && Routes.Problem(route) is { } problem)
        {
            Report(Rules.InvalidName, resource.Location(), route, "route", type.Name, problem);
        }

        return name;
    }

    private (KeyModel? Partition, KeyModel? Sort) ParsePrimaryKey(KeyPatternParser keys, string name)
    {
        if (type.Find(AttributeNames.PrimaryKey) is not { } attribute)
        {
            Report(Rules.MissingPrimaryKey, type.Locations[0], type.Name, type.Name.ToUpperInvariant());
            return default;
        }

        var partition = keys.Parse(attribute, 0, isPrimary: true);
        var sort = keys.Parse(attribute, 1, isPrimary: true);
        if (partition is not null && !KeyPatternParser.HoldsTenant(partition))
        {
            Report(Rules.KeyWithoutTenant, attribute.ArgumentLocation(0), type.Name);
        }

        return (partition, sort);
    }

    private void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
    {
        if (rule.DefaultSeverity == DiagnosticSeverity.Error) _isValid = false;
        findings.Report(rule, location, arguments);
    }
}

/// <summary>Says that something is wrong.</summary>
public delegate void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments);
