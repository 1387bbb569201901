using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>Which constructors a record declares.</summary>
public enum OwnConstructor
{
    /// <summary>None: the compiler's parameterless one is to be kept.</summary>
    None,
    /// <summary>Some with parameters only.</summary>
    WithParameters,
    /// <summary>A parameterless one, which sets initial values that reading must keep.</summary>
    Parameterless,
}

/// <summary>A partial record that is mapped: a resource or a record nested in one.</summary>
/// <param name="Identity">The type.</param>
/// <param name="Constructor">What the record declares itself.</param>
/// <param name="Members">Stored members, in declaration order.</param>
public sealed record RecordModel(TypeIdentity Identity, OwnConstructor Constructor, EquatableArray<MemberModel> Members)
{
    /// <summary>Computed members that the API shows, in declaration order.</summary>
    public EquatableArray<MemberModel> Computed { get; init; } = [];

    public bool IsSealed { get; init; }

    /// <summary>Whether it derives from a record.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The modifiers of <c>PrintMembers</c>, which the language prescribes (C# specification, Records, Printing members).</summary>
    public string PrintingModifiers => IsDerived ? "protected override" : IsSealed ? "private" : "protected virtual";

    public string Name => CSharp.Identifier(Identity.Name);

    /// <summary>Whether it is a struct.</summary>
    public bool IsStruct { get; init; }

    /// <summary>Arguments for the primary constructor, to be set properly afterwards; null if there is none.</summary>
    public bool IsPositional
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.IsPositional) return true;
            }

            return false;
        }
    }

    /// <summary>Members that no parameter of the primary constructor sets.</summary>
    public IReadOnlyList<MemberModel> Unset
    {
        get
        {
            var members = new List<MemberModel>();
            foreach (var member in Members)
            {
                if (!member.IsPositional) members.Add(member);
            }

            return members;
        }
    }

    /// <summary>Members that clients may write.</summary>
    public IReadOnlyList<MemberModel> ClientMembers
    {
        get
        {
            var members = new List<MemberModel>();
            foreach (var member in Members)
            {
                if (member.Access == Access.Client) members.Add(member);
            }

            return members;
        }
    }

    /// <summary>Members that clients may change.</summary>
    public IReadOnlyList<MemberModel> PatchMembers
    {
        get
        {
            var members = new List<MemberModel>();
            foreach (var member in ClientMembers)
            {
                if (!member.IsCreateOnly) members.Add(member);
            }

            return members;
        }
    }
}

/// <summary>Who may do some operations.</summary>
/// <param name="Operations">The bits of GeekCafe.Operation.</param>
/// <param name="Anyone">Every caller of the tenant.</param>
/// <param name="Owner">The member that names an allowed user, or null.</param>
/// <param name="Members">The member that lists allowed users, or null.</param>
/// <param name="Roles">Allowed roles.</param>
public sealed record AccessRule(int Operations, bool Anyone, string? Owner, string? Members, EquatableArray<string> Roles);

/// <summary>All that is generated for a resource.</summary>
public sealed record ResourceModel
{
    public required RecordModel Record { get; init; }

    /// <summary>The collection's name.</summary>
    public required string Name { get; init; }

    /// <summary>The collection's path.</summary>
    public required string Route { get; init; }

    public required KeyModel Partition { get; init; }

    public required KeyModel Sort { get; init; }

    public EquatableArray<IndexModel> Indexes { get; init; } = [];

    public EquatableArray<AccessRule> Access { get; init; } = [];

    public EquatableArray<RecordModel> Documents { get; init; } = [];

    public EquatableArray<EnumModel> Enums { get; init; } = [];

    /// <summary>The bits of GeekCafe.Operation for which there are routes.</summary>
    public int Http { get; init; } = 31;

    /// <summary>HTTP operations that a user wrote, in the order of their names.</summary>
    public EquatableArray<CustomOperationModel> Operations { get; init; } = [];

    /// <summary>Jobs, in the order of their names.</summary>
    public EquatableArray<JobModel> Jobs { get; init; } = [];

    /// <summary>That its items are those of the Python SDK, if they are.</summary>
    public PythonModel? Python { get; init; }

    /// <summary>Whether several resources can be in one partition of the table, so that there is something to list.</summary>
    public bool ListsPartition
    {
        get
        {
            if (Python is null) return true;
            foreach (var part in Sort.Members)
            {
                var isGiven = false;
                foreach (var given in Partition.Members) isGiven |= given.Text == part.Text;
                if (!isGiven) return true;
            }

            return false;
        }
    }

    /// <summary>The version of its stored form, or null if it has but one.</summary>
    public SchemaModel? Schema { get; init; }

    /// <summary>The members whose values are unique.</summary>
    public EquatableArray<UniqueModel> Uniques { get; init; } = [];

    /// <summary>The members that are counted.</summary>
    public EquatableArray<CounterModel> Counters { get; init; } = [];

    /// <summary>Whether changes are made from its members.</summary>
    public bool HasChanges { get; init; }

    /// <summary>Whether DynamoDB makes changes itself where nothing needs the current resource.</summary>
    public bool IsDirect { get; init; }

    /// <summary>What its audit trail keeps, if it has one.</summary>
    public AuditModel? Audit { get; init; }

    public ExpiryModel Expiry { get; init; } = new(null, 0);

    /// <summary>Whether the service wants to know of changes.</summary>
    public bool Listens { get; init; }

    /// <summary>The service's overridden hooks that may wait for something.</summary>
    public EquatableArray<string> WaitingHooks { get; init; } = [];

    /// <summary>Whether typed ranges and filters are wanted.</summary>
    public bool HasConditions { get; init; }

    /// <summary>The list of a partition of the table, as if it were an index.</summary>
    public IndexModel Primary => new("", "", Partition, Sort, null, CrossTenant: false);

    /// <summary>Base records with kinds.</summary>
    public EquatableArray<KindsModel> Kinds { get; init; } = [];

    /// <summary>What users wrote in types that are generated for it; what is in both is not generated.</summary>
    public EquatableArray<MemberSignature> ByHand { get; init; } = [];

    public TypeIdentity Identity => Record.Identity;

    /// <summary>The members that identify a resource within its tenant.</summary>
    public IReadOnlyList<KeyPart> KeyMembers
    {
        get
        {
            var members = new List<KeyPart>();
            foreach (var key in new[] { Partition, Sort })
            {
                foreach (var part in key.Members)
                {
                    if (part.Text != "TenantId" && !members.Exists(known => known.Text == part.Text)) members.Add(part);
                }
            }

            return members;
        }
    }

    /// <summary>Both parts of the primary key as one, without the shard: what tells a resource from all others of its type.</summary>
    public KeyModel Identification => new($"{Partition.Pattern}#{Sort.Pattern}", [.. Partition.Parts, new KeyPart("#", IsLiteral: true), .. Sort.Parts]);

    /// <summary>Whether something else is stored that follows from the member: a key, a marker of its value, the end of the item.</summary>
    public bool IsFollowed(MemberModel member)
    {
        if (Expiry.Member == member.Name) return true;
        var keys = new List<KeyModel> { Partition, Sort };
        foreach (var index in Indexes) keys.AddRange([index.Partition, index.Sort]);
        foreach (var unique in Uniques) keys.Add(unique.Marker);
        foreach (var key in keys)
        {
            foreach (var part in key.Members)
            {
                // A key of something computed follows from whatever that is made of.
                var name = part.Path.Length > 0 ? part.Path.Split('.')[0] : part.Text;
                if (name == member.Name || !HasMember(name)) return true;
            }
        }

        return false;
    }

    private bool HasMember(string name)
    {
        foreach (var member in Record.Members)
        {
            if (member.Name == name) return true;
        }

        return false;
    }

    public string KeyName => Identity.Name + "Key";

    public string KeysName => Identity.Name + "Keys";

    /// <summary>The class of keys in full, for a member may have its short name.</summary>
    public string Keys => Identity.Sibling("Keys");

    public string ClaimsName => Identity.Name + "Claims";

    public string InputName => Identity.Name + "Input";

    public string PatchName => Identity.Name + "Patch";

    public string ServiceName => Identity.Name + "Service";

    public string JobsName => Identity.Name + "Jobs";

    public string HandlersName => Identity.Name + "Handlers";
}
