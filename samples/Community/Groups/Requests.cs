using System.ComponentModel.DataAnnotations;

namespace Community.Groups;

/// <summary>Passes a group on.</summary>
public partial record Transfer
{
    /// <summary>The member whose it is to be.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string UserId { get; init; }
}

/// <summary>Gives a member a role.</summary>
public partial record GroupRoleChange
{
    /// <summary>Which: anything but owner, who is made by a transfer.</summary>
    public required GroupRole Role { get; init; }
}
