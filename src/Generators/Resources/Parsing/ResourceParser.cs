using GeekCafe.Generators.ByHand;
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
public sealed class ResourceParser(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken)
{
    private const int AllOperations = 31;

    private bool _isValid = true;

    /// <summary>The model, or null if anything is wrong.</summary>
    public static ResourceModel? Parse(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken) =>
        new ResourceParser(type, findings, cancellationToken).Parse();

    private ResourceModel? Parse()
    {
        var resource = type.Find(AttributeNames.Resource);
        if (resource is null || !DeclarationChecks.PassResource(type, Report)) return null;

        var types = new RecognizedTypes(type.ContainingAssembly);
        var members = new RecordParser(types, Report, cancellationToken);
        var pythonParser = new PythonItemsParser(type, Report);
        var python = pythonParser.Parse();
        var record = members.ParseResource(type, python is not null);
        var documents = new List<RecordModel>();
        var parsed = 0;
        ParseDocuments();
        var name = ParseName(resource);
        var keys = new KeyPatternParser(type, record.Members, documents, python is not null, Report);
        var (partition, sort) = ParsePrimaryKey(keys, python is not null);
        var route = ParseRoute(resource, name, partition, sort);
        var indexes = new IndexParser(type, keys, record.Members, partition, Report).Parse();
        new ShardParser(type, Report).CheckOrder(partition, sort, indexes);
        var access = new AccessParser(type, record.Members, Report).Parse();
        var schema = new SchemaVersionParser(type, Report).Parse();
        var uniques = new UniqueParser(type, record.Members, name, Report).Parse();
        var counters = new CounterParser(type, record.Members, Report).Parse(KeysOf(partition, sort, indexes));
        var audit = new AuditParser(type, record.Members, Report).Parse();
        var hasChanges = type.Find(AttributeNames.Changes) is not null;
        if (hasChanges) new GeneratedNames(type, Report).CheckSibling("Change");
        var isDirect = new DirectChangeParser(type, Report).Parse(isAudited: audit is not null, hasVersions: schema is not null);
        var expiry = new ExpiryParser(type, record.Members, Report).Parse(resource);
        if (python is not null) pythonParser.Check(record, resource, type.Find(AttributeNames.PrimaryKey), indexes);
        var hasConditions = type.Find(AttributeNames.Conditions) is not null;
        foreach (var suffix in hasConditions ? (string[])["Sort", "Filter"] : []) new GeneratedNames(type, Report).CheckSibling(suffix);
        var methods = new OperationParser(type, types, findings);
        var operations = methods.ParseOperations(partition, sort);
        var jobs = methods.ParseJobs();

        // Records that only operations and jobs take or answer with.
        ParseDocuments();
        for (var i = 0; i < types.KindSymbols.Count; i++) KindChecks.Run(types.KindSymbols[i], type.ContainingAssembly, Report);
        for (var i = 0; i < types.EnumSymbols.Count; i++) EnumChecks.Run(types.EnumSymbols[i], types.Naming, Report);
        if (!_isValid || partition is null || sort is null) return null;

        return new ResourceModel
        {
            Record = record,
            Name = name,
            Route = route,
            Http = resource.Named<int?>("Http") ?? AllOperations,
            Operations = operations,
            Jobs = jobs,
            Partition = partition,
            Sort = sort,
            Indexes = indexes,
            Python = python,
            Access = access,
            Schema = schema,
            Uniques = uniques,
            Expiry = expiry,
            Audit = audit,
            HasChanges = hasChanges,
            IsDirect = isDirect,
            Counters = counters,
            HasConditions = hasConditions,
            Listens = ServiceHooks.Listens(type),
            WaitingHooks = ServiceHooks.Waiting(type),
            Documents = documents.ToEquatable(),
            Enums = types.Enums,
            Kinds = types.Kinds,
            ByHand = HandWritten.For(type, types),
        };

        void ParseDocuments()
        {
            for (var i = parsed; i < types.Documents.Count; i = ++parsed)
            {
                if (DeclarationChecks.Pass(types.Documents[i], Report)) documents.Add(members.ParseDocument(types.Documents[i]));
            }
        }
    }

    /// <summary>The keys whose texts follow from members.</summary>
    private static List<KeyModel> KeysOf(KeyModel? partition, KeyModel? sort, EquatableArray<IndexModel> indexes)
    {
        var keys = new List<KeyModel>();
        if (partition is not null) keys.Add(partition);
        if (sort is not null) keys.Add(sort);
        foreach (var index in indexes)
        {
            // The keys of a composite index are the members themselves.
            if (index.Kind != IndexKind.Composite) keys.AddRange([index.Partition, index.Sort]);
        }

        return keys;
    }

    private string ParseName(AttributeData resource)
    {
        var name = resource.Text(0);
        if (resource.ConstructorArguments.Length == 0) Report(null, null);
        else if (Routes.NameProblem(name) is { } problem) Report(Rules.InvalidName, resource.ArgumentLocation(0), name, "name", type.Name, problem);
        return name;
    }

    /// <summary>The collection's path; its parameters give members of the primary key.</summary>
    private string ParseRoute(AttributeData resource, string name, KeyModel? partition, KeyModel? sort)
    {
        if (resource.Named<string>("Route") is not { } route) return "/" + name;
        var problem = Routes.Problem(route);
        foreach (var parameter in Routes.Parameters(route))
        {
            if (partition is null || sort is null || IsKeyMember(partition, parameter) || IsKeyMember(sort, parameter)) continue;
            problem ??= $"the primary key has no member for its parameter {{{parameter}}}";
        }

        if (problem is not null) Report(Rules.InvalidName, resource.NamedLocation("Route"), route, "route", type.Name, problem);
        return route;
    }

    private static bool HoldsMember(KeyModel key)
    {
        foreach (var member in key.Members)
        {
            if (member.Text != "TenantId") return true;
        }

        return false;
    }

    private static bool IsKeyMember(KeyModel key, string parameter)
    {
        foreach (var member in key.Members)
        {
            if (member.Text != "TenantId" && Naming.Camel(member.Text) == parameter) return true;
        }

        return false;
    }

    private (KeyModel? Partition, KeyModel? Sort) ParsePrimaryKey(KeyPatternParser keys, bool isPython)
    {
        if (type.Find(AttributeNames.PrimaryKey) is not { } attribute)
        {
            Report(Rules.MissingPrimaryKey, type.Place(), type.Name, type.Name.ToUpperInvariant());
            return default;
        }

        if (attribute.ConstructorArguments.Length < 2)
        {
            Report(null, null);
            return default;
        }

        var partition = keys.Parse(attribute, 0, isPrimary: true);
        var sort = keys.Parse(attribute, 1, isPrimary: true);
        var crossTenant = attribute.Named<bool>("CrossTenant");
        if (crossTenant && !isPython) Report(Rules.CrossTenantKey, attribute.NamedLocation("CrossTenant"), type.Name);
        else if (partition is not null && !crossTenant && !KeyPatternParser.HoldsTenant(partition))
        {
            Report(Rules.KeyWithoutTenant, attribute.ArgumentLocation(0), type.Name);
        }

        if (partition is not null && sort is not null && !HoldsMember(partition) && !HoldsMember(sort))
        {
            Report(Rules.MalformedPattern, attribute.ArgumentLocation(1), sort.Pattern, "with no member but the tenant a tenant could have one resource only; end it with {Id}");
        }

        return (new ShardParser(type, Report).Parse(attribute, partition, sort), sort);
    }

    private void Report(DiagnosticDescriptor? rule, Location? location, params object[] arguments)
    {
        if (rule is null || rule.DefaultSeverity == DiagnosticSeverity.Error) _isValid = false;
        if (rule is not null) findings.Report(rule, location, arguments);
    }
}

/// <summary>Says that something is wrong; without a rule, that the compiler says so already: one mistake, one report.</summary>
public delegate void Report(DiagnosticDescriptor? rule, Location? location, params object[] arguments);
