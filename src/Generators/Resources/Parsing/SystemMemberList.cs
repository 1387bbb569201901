using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>The members every resource has, in the order they are generated and written.</summary>
public static class SystemMemberList
{
    public static readonly IReadOnlyList<MemberModel> All =
    [
        Member("Id", ScalarType.Text, "Identity within the tenant, given when the resource is created."),
        Member("TenantId", ScalarType.Text, "The tenant that owns the resource."),
        Member("Version", ScalarType.WholeNumber, "1 when created, one more with every write."),
        Member("CreatedAt", ScalarType.Time, "When the resource was created. UTC."),
        Member("CreatedBy", ScalarType.Text, "The user who created the resource."),
        Member("UpdatedAt", ScalarType.Time, "When the resource was last written. UTC."),
        Member("UpdatedBy", ScalarType.Text, "The user who last wrote the resource."),
        Member("DeletedAt", ScalarType.Time with { IsNullable = true }, "When the resource was deleted. UTC. Null means live."),
        Member("DeletedBy", ScalarType.Text with { IsNullable = true }, "The user who deleted the resource. Null means live."),
    ];

    public static bool Contains(string name)
    {
        foreach (var member in All)
        {
            if (member.Name == name) return true;
        }

        return false;
    }

    private static MemberModel Member(string name, TypeModel type, string summary) => new()
    {
        Name = name,
        Type = type,
        Attribute = Naming.Snake(name),
        ApiName = Naming.Camel(name),
        Access = Access.System,
        HasInitializer = true,
        IsDeclared = false,
        Summary = summary,
    };
}
