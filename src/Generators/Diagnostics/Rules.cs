using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Diagnostics;

/// <summary>Every rule: its id, what it says, and where its page is. Ids are never used again for something else.</summary>
public static class Rules
{
    private const string Category = "GeekCafe";
    private const string Pages = "https://github.com/geekcafe/geekcafe-generators/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor NotPartial = Error("GCG0001", "Resource is not partial",
        "'{0}' must be partial, so that its mapping can be generated into it: write 'partial {1} {0}'");

    public static readonly DiagnosticDescriptor KeyWithoutTenant = Error("GCG0002", "Primary key without the tenant",
        "The partition key of '{0}' must hold {{TenantId}}, or tenants share a partition: begin it with 'TENANT#{{TenantId}}'");

    public static readonly DiagnosticDescriptor IndexWithoutTenant = Error("GCG0003", "Index without the tenant",
        "The partition key of index '{1}' of '{0}' must hold {{TenantId}}; if it is meant to hold several tenants, say CrossTenant = true");

    public static readonly DiagnosticDescriptor UnknownKeyMember = Error("GCG0004", "Unknown member in a key pattern",
        "'{0}' has no member '{1}'; a placeholder is the name of a member or of its attribute{2}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("GCG0005", "Type cannot be stored",
        "'{0}.{1}' is of type '{2}', which cannot be stored: {3}");

    public static readonly DiagnosticDescriptor DuplicateName = CrossError("GCG0006", "Two resources of one name",
        "'{0}' and '{1}' are both called '{2}'; give one of them another name");

    public static readonly DiagnosticDescriptor AdjacentPlaceholders = Error("GCG0007", "Placeholders without a separator",
        "In '{0}' the placeholders {{{1}}} and {{{2}}} touch, so that different values can give one key; put '#' between them");

    public static readonly DiagnosticDescriptor OverlappingSortPrefix = CrossError("GCG0008", "Sort keys of two resources overlap",
        "Sort keys of '{0}' begin with '{1}', as those of '{2}' in the same partition do: listing '{0}' would read both; begin one of them differently");

    public static readonly DiagnosticDescriptor MissingPrimaryKey = Error("GCG0009", "Resource without a primary key",
        "'{0}' needs a primary key: add [PrimaryKey(\"TENANT#{{TenantId}}\", \"{1}#{{Id}}\")]");

    public static readonly DiagnosticDescriptor MalformedPattern = Error("GCG0010", "Malformed key pattern",
        "The pattern '{0}' cannot be read: {1}");

    public static readonly DiagnosticDescriptor UnsupportedDeclaration = Error("GCG0011", "Declaration cannot be a resource",
        "'{0}' cannot be generated for: {1}");

    public static readonly DiagnosticDescriptor UnenforcedValidation = Warning("GCG0012", "Validation attribute is not enforced",
        "[{0}] on '{1}' is not enforced: {2}");

    public static readonly DiagnosticDescriptor InvalidName = Error("GCG0013", "Invalid resource name or route",
        "'{0}' cannot be the {1} of '{2}': {3}");

    public static readonly DiagnosticDescriptor InvalidOwner = Error("GCG0014", "Owner is not a text member",
        "'{1}' cannot own '{0}': Owner must name a member of type string{2}");

    public static readonly DiagnosticDescriptor InvalidAccessMembers = Error("GCG0090", "Members is not a list or set of texts",
        "'{1}' cannot list who may use '{0}': Members must name a stored list or set of string{2}");

    public static readonly DiagnosticDescriptor UnfitKeyMember = Error("GCG0015", "Member does not fit into a key",
        "'{0}.{1}' cannot be part of a key: {2}");

    public static readonly DiagnosticDescriptor DuplicateIndex = Error("GCG0016", "Index is used twice",
        "'{0}' uses the index {1} '{2}' twice; give each access pattern its own");

    public static readonly DiagnosticDescriptor NameClash = Error("GCG0017", "Two members of one name",
        "'{0}.{1}' would be stored as '{2}', which is taken by {3}; rename it");

    public static readonly DiagnosticDescriptor UnfitServerValue = Error("GCG0018", "Server value does not fit the member",
        "'{0}.{1}' cannot be set to ServerValue.{2}: {3}");

    public static readonly DiagnosticDescriptor NameTaken = Error("GCG0019", "A generated name is taken",
        "'{0}' is generated for '{1}', but it is declared already; rename one of them{2}");

    public static readonly DiagnosticDescriptor NotStored = Warning("GCG0020", "Member is not stored",
        "'{0}.{1}' is not stored, because it {2}; make it a property with 'get' and 'init', or compute it with '=>'");

    public static readonly DiagnosticDescriptor HiddenMember = Warning("GCG0021", "Clients write a member that is not public",
        "Clients read and write '{0}.{1}', although its {2} is not public; mark it [SetByServer], or make it public");

    public static readonly DiagnosticDescriptor DuplicateRoute = CrossError("GCG0022", "Two operations of one route",
        "'{0}' and '{1}' both answer to '{2}'; give one of them another route");

    public static readonly DiagnosticDescriptor WithoutResource = Warning("GCG0023", "Attribute has no effect without [Resource]",
        "[{0}] does nothing here, because '{1}' is not a resource: add [Resource(\"{2}\")]");

    public static readonly DiagnosticDescriptor AmbiguousMember = Error("GCG0035", "Inherited member is ambiguous",
        "'{0}.{1}' is ambiguous: {2}");

    public static readonly DiagnosticDescriptor ResourceHierarchy = Error("GCG0036", "Resource is a kind of another",
        "'{0}' cannot be a resource of several kinds: {1}");

    public static readonly DiagnosticDescriptor UnfitConverter = Error("GCG0037", "Converter does not fit",
        "The converter of '{0}.{1}' does not fit: it must implement IValueConverter<{2}, TStored>, and TStored be a type that can be stored and is not nullable");

    public static readonly DiagnosticDescriptor UnfitKinds = Error("GCG0038", "Kinds cannot be told apart",
        "The kinds of '{0}' cannot be told apart: {1}");

    public static readonly DiagnosticDescriptor BaseConstructor = Error("GCG0039", "Base record cannot be constructed",
        "'{0}' cannot be read, because its base '{1}' needs arguments: make it positional, 'record {0}(...) : {1}(...)', or give it a constructor without parameters");

    public static readonly DiagnosticDescriptor InvalidMemberName = Error("GCG0040", "Invalid name of a member",
        "'{0}.{1}' cannot be called '{2}': {3}");

    public static readonly DiagnosticDescriptor ApiNameClash = Error("GCG0041", "Two members of one name in the API",
        "'{0}.{1}' would be '{2}' in the API, which is taken by '{3}'; rename it, or give it another name with [JsonPropertyName]");

    public static readonly DiagnosticDescriptor UnfitAttribute = Error("GCG0042", "Attribute does not fit the member",
        "[{0}] cannot stand on '{1}.{2}': {3}");

    public static readonly DiagnosticDescriptor MissingUpcaster = Error("GCG0043", "No upcaster from an older version",
        "'{0}' is of version {1}, but nothing reads items of version {2}: add '[Upcast({2})] static void FromV{2}(ItemDocument item)'");

    public static readonly DiagnosticDescriptor MalformedUpcaster = Error("GCG0044", "Upcaster or schema version cannot be used",
        "'{0}' cannot be read in older versions: {1}");

    public static readonly DiagnosticDescriptor InvalidIndex = Error("GCG0046", "Index cannot be made as declared",
        "'{0}' cannot have the index '{1}': {2}");

    public static readonly DiagnosticDescriptor ConflictingIndexes = CrossError("GCG0047", "One index declared in two ways",
        "The index '{2}' of '{0}' is declared in another way by '{1}': {3}; give one of them another Index");

    public static readonly DiagnosticDescriptor ConflictingKeyAttribute = CrossError("GCG0048", "Key attribute of another type",
        "'{0}.{1}' is stored as '{2}' and is no {3}, but the index '{4}' of '{5}' needs that: DynamoDB would refuse every '{0}'; rename one of the members");

    public static readonly DiagnosticDescriptor TooManyLocalIndexes = CrossError("GCG0049", "More than five local secondary indexes",
        "'{1}' of '{0}' is one local secondary index too many, because a table has at most five; use [SecondaryIndex], or share one by Index = \"...\"");

    public static readonly DiagnosticDescriptor UnfitUnique = Error("GCG0056", "Member cannot be unique",
        "'{0}.{1}' cannot be unique: {2}");

    public static readonly DiagnosticDescriptor UnfitTimeToLive = Error("GCG0057", "Time to live does not fit",
        "'{0}.{1}' cannot say when items expire: {2}");

    public static readonly DiagnosticDescriptor UnfitCounter = Error("GCG0058", "Member cannot be a counter",
        "'{0}.{1}' cannot be a counter: {2}");

    public static readonly DiagnosticDescriptor UnknownAuditedMember = Error("GCG0059", "Unknown member in an audit trail",
        "'{0}' has no member '{1}' whose values its audit trail could leave out; use nameof{2}");
    public static readonly DiagnosticDescriptor ProjectionOfNoResource = Error("GCG0052", "Projection of what is no resource",
        "'{0}' cannot be a part of '{1}', which is not a resource of this project: name a record that has [Resource]");

    public static readonly DiagnosticDescriptor UnknownProjectionMember = Error("GCG0053", "Projection has a member its resource has not",
        "'{0}.{1}' must have the name and the type of a member of '{2}'{3}");

    public static readonly DiagnosticDescriptor UnauthorizedProjection = Warning("GCG0054", "Projection reads whole resources for a rule",
        "For each '{0}' the whole resource is read, since '{1}.AuthorizeAsync' decides about whole resources: override AuthorizeProjectionAsync as well");

    public static readonly DiagnosticDescriptor InvalidShardCount = Error("GCG0070", "Invalid number of shards",
        "'{0}' cannot have {1} shards: a partition has 2 to 100, or none where Shards is left out");

    public static readonly DiagnosticDescriptor NothingToShard = Error("GCG0071", "Partition cannot be sharded",
        "A partition of '{0}' cannot have shards: {1}");

    public static readonly DiagnosticDescriptor UnorderedShards = Error("GCG0072", "Sort keys of a sharded index can be equal",
        "The sharded index '{1}' of '{0}' can hold two items of one sort key, and a list could not go on between them: add {2} to its sort key");

    public static readonly DiagnosticDescriptor PassedHook = Error("GCG0064", "Hook would be passed by",
        "'{0}.{1}' would not be asked of changes that DynamoDB makes itself, without the current '{2}': remove Direct = true from [Changes]");

    public static readonly DiagnosticDescriptor IdleDirect = Warning("GCG0065", "Direct changes are never made",
        "Direct = true does nothing for '{0}', because {1}; remove it");

    public static readonly DiagnosticDescriptor MissingInIndex = CrossError("GCG0074", "Index does not hold what a projection reads",
        "The index '{0}' of '{1}' does not hold {2}, which a list of '{3}' needs: add {4} to its Include");

    public static readonly DiagnosticDescriptor MissingInKeys = CrossError("GCG0075", "Keys do not tell what a projection reads",
        "The index '{0}' of '{1}' holds keys alone, and they do not tell {2}, which a list of '{3}' needs: give the index Projection = IndexProjection.Include and Include = [{4}]");

    public static readonly DiagnosticDescriptor UnfitCollectionMember = Error("GCG0077", "Member of an item collection does not fit",
        "'{0}.{1}' cannot be read with the item collection: {2}");

    public static readonly DiagnosticDescriptor DifferentPartitions = Error("GCG0078", "Item collection of different partitions",
        "'{0}' cannot be read in one query, for the partition of '{1}' is '{2}' and that of '{3}' is '{4}': {5}");

    public static readonly DiagnosticDescriptor UnfitItemCollection = Error("GCG0079", "Item collection cannot be read",
        "'{0}' cannot be an item collection: {1}");

    public static readonly DiagnosticDescriptor StrayOperation = Error("GCG0080", "Operation outside of a resource's service",
        "Nothing calls '{0}.{1}': [{2}] belongs on a method of a resource's service, the 'partial class' that is called as the resource with 'Service' behind and stands beside it");

    public static readonly DiagnosticDescriptor InvalidOperation = Error("GCG0081", "Invalid HTTP operation",
        "'{0}' cannot be the {1} of '{2}.{3}': {4}");

    public static readonly DiagnosticDescriptor UnboundRoute = Error("GCG0082", "Route and parameters do not match",
        "'{0}.{1}' does not match its route '{2}': {3}");

    public static readonly DiagnosticDescriptor UnfitParameter = Error("GCG0083", "Parameter cannot be bound",
        "'{0}.{1}' cannot be given '{2}': {3}");

    public static readonly DiagnosticDescriptor UnfitAnswer = Error("GCG0084", "Result cannot be answered",
        "'{0}.{1}' cannot answer with '{2}': {3}");

    public static readonly DiagnosticDescriptor CallerAndAuthentication = Error("GCG0085", "Caller and authentication do not match",
        "'{0}.{1}' {2}");

    public static readonly DiagnosticDescriptor UnfitMethod = Error("GCG0086", "Method cannot be an operation",
        "'{0}.{1}' cannot be called: {2}");

    public static readonly DiagnosticDescriptor OperationClash = Error("GCG0087", "Two operations of one name or route",
        "'{0}.{1}' and '{2}' both {3}");

    public static readonly DiagnosticDescriptor InvalidJob = Error("GCG0088", "Invalid job",
        "'{0}' cannot be the {1} of the job '{2}.{3}': {4}");

    public static readonly DiagnosticDescriptor UnheardChanges = Error("GCG0095", "Nobody would hear of changes",
        "'{0}.OnChangeAsync' would never be called: override it in '{1}' itself, where the generator sees it");

    public static readonly DiagnosticDescriptor UnfitForPython = Error("GCG0100", "Feature does not fit items of the Python SDK",
        "'{0}' cannot have {1} on items of the Python SDK: {2}; leave it out, or remove [PythonItems]");

    public static readonly DiagnosticDescriptor CrossTenantKey = Error("GCG0101", "Primary key without tenant",
        "'{0}' cannot have a primary key of several tenants: that is for tables of the Python SDK alone; add [PythonItems], or put {{TenantId}} into the partition pattern");

    public static readonly DiagnosticDescriptor DuplicateModel = CrossError("GCG0102", "Two resources of one model",
        "'{0}' and '{1}' both read items whose model is '{2}': give one of them another ModelName");

    public static readonly DiagnosticDescriptor HiddenRoute = CrossWarning("GCG0103", "Route hides another",
        "'{0}' is asked before '{1}', so that no request reaches that one where {2} is '{3}': choose a segment that is no {2}");

    public static readonly DiagnosticDescriptor DuplicateCollection = CrossError("GCG0104", "Two item collections of one name",
        "'{0}' and '{1}' would both be '{2}' of the application, and one of them would be missing there: rename one of them");

    public static readonly DiagnosticDescriptor IgnoredResult = Warning("GCG0110", "Result is ignored",
        "Nobody looks at the result of '{0}', so that an error goes unnoticed: ask IsSuccess or TryGet, return it, or write '_ =' before it if it does not matter");

    public static readonly DiagnosticDescriptor RawKey = Warning("GCG0111", "Key is written by hand",
        "{0} is a key written by hand: its values are not escaped, and it stays as it is when the pattern changes; use the generated keys, such as {1}");

    public static readonly DiagnosticDescriptor KeptRequest = Warning("GCG0112", "Part of a request is kept in what all requests share",
        "'{0}.{1}' keeps a {2} of one request, but one '{0}' serves all callers at once: hand it on as a parameter");

    public static readonly DiagnosticDescriptor UnawaitedCall = Warning("GCG0113", "Nobody waits for a call",
        "Nobody waits for '{0}': a function is stopped when its answer is sent, and the call with it; await it, or return its task");

    public static readonly DiagnosticDescriptor TokenNotPassed = Warning("GCG0114", "Cancellation token is not handed on",
        "'{0}' would go on after the request's end: hand it '{1}', or CancellationToken.None if it is meant to");

    public static readonly DiagnosticDescriptor ScanForPeople = Warning("GCG0115", "Scan on behalf of a person",
        "'{0}' reads and bills every item of every tenant, and refuses people: call it from a [Job], or as Caller.ForSystem(tenant, reason)");

    public static readonly DiagnosticDescriptor ClockInKey = Warning("GCG0116", "Key member changes by itself",
        "'{0}.{1}' is in {3} and asks {2}, so that it names another item each time: keep the value in a member that is stored");

    public static readonly DiagnosticDescriptor ClockInService = Warning("GCG0117", "Service asks the machine's clock",
        "'{0}' asks {1}, which tests cannot set and which need not agree with the times that are stored: ask Environment.Clock");

    public static readonly DiagnosticDescriptor UnfitByHand = Error("GCG0130", "Member by hand has another signature than the generated one",
        "'{0}' takes the place of generated code, so it must be declared as that is: '{1}'");

    private static DiagnosticDescriptor CrossError(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor CrossWarning(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description: null, $"{Pages}{id}.md", tags);
}
