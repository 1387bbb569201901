using GeekCafe;

namespace Community.Groups;

/// <summary>A person in a group. Only operations write it, together with the group's count of members.</summary>
[Resource("memberships", Route = "/groups/{groupId}/members", Http = Operation.Read)]
[PrimaryKey("TENANT#{TenantId}#GROUP#{GroupId}", "MEMBER#{UserId}")]
[SecondaryIndex("ByUser", "TENANT#{TenantId}#USER#{UserId}", "MEMBERSHIP#{GroupId}", Route = "/users/{userId}/groups")]
[Allow(Operation.Write)]
public partial record Membership
{
    /// <summary>Which group.</summary>
    public required string GroupId { get; init; }

    /// <summary>Which person.</summary>
    public required string UserId { get; init; }

    /// <summary>What the person may do there.</summary>
    public GroupRole Role { get; init; } = GroupRole.Member;

    /// <summary>Whether the person is a member, or has asked to become one.</summary>
    public MembershipState State { get; init; } = MembershipState.Active;

    /// <summary>Since when the person is a member.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Whether the person is a member.</summary>
    internal bool IsActive => State == MembershipState.Active;
}
