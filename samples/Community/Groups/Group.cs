using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Groups;

/// <summary>People of a tenant who have something in common.</summary>
[Resource("groups", Http = Operation.Read | Operation.Update | Operation.Delete | Operation.Restore)]
[PrimaryKey("TENANT#{TenantId}", "GROUP#{Id}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#USER#{OwnerId}", "GROUP#{Name}#{Id}", Route = "/users/{ownerId}/owned-groups")]
[SecondaryIndex("ByCategory", "TENANT#{TenantId}#CATEGORY#{Category}", "GROUP#{Name}#{Id}")]
[Allow(Operation.Create)]
[Allow(Operation.Update, Anyone = true)]
[Allow(Operation.Delete | Operation.Restore, Owner = nameof(OwnerId))]
[Conditions]
public partial record Group
{
    /// <summary>What it is called; an owner has no two groups of one name.</summary>
    [Unique(Within = [nameof(OwnerId)], IgnoreCase = true)]
    [Required, StringLength(100)]
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    [Required, StringLength(4000)]
    public required string Description { get; init; }

    /// <summary>What kind of group it is.</summary>
    public required GroupCategory Category { get; init; }

    /// <summary>Words to find it by, up to five of 1 to 20 characters each.</summary>
    [MaxLength(5)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who sees it.</summary>
    public GroupPrivacy Privacy { get; init; } = GroupPrivacy.Public;

    /// <summary>How people become members.</summary>
    public JoinApproval JoinApproval { get; init; } = JoinApproval.Open;

    /// <summary>Whether members pay.</summary>
    public bool RequiresDues { get; init; }

    /// <summary>What a member pays a month.</summary>
    [Range(0, 1_000_000)]
    public decimal? DuesMonthly { get; init; }

    /// <summary>What a member pays a year.</summary>
    [Range(0, 1_000_000)]
    public decimal? DuesYearly { get; init; }

    /// <summary>Whose it is: at first the caller who created it; passed on by a transfer.</summary>
    [SetByServer(ServerValue.UserId)]
    public string OwnerId { get; init; } = "";

    /// <summary>How many members it has. Written together with each membership.</summary>
    [SetByServer]
    public int MemberCount { get; init; }
}
