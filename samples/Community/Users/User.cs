using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Users;

/// <summary>A person of a tenant. Its id is the user id of the person's claims.</summary>
[Resource("users")]
[PrimaryKey("TENANT#{TenantId}", "USER#{Id}")]
[SecondaryIndex("ByRole", "TENANT#{TenantId}#ROLE#{PrimaryRole}", "USER#{LastName:lower}#{FirstName:lower}#{Id}")]
[Allow(Operation.Create, Anyone = true)]
[Allow(Operation.Read | Operation.Update | Operation.Delete, Owner = nameof(Id), Roles = Role.Admin)]
[Allow(Operation.Restore, Roles = Role.Admin)]
public partial record User
{
    /// <summary>The address the person is reached at.</summary>
    [Unique(IgnoreCase = true)]
    [EmailAddress]
    [StringLength(254)]
    public required string Email { get; init; }

    /// <summary>The given name.</summary>
    [Required, StringLength(100)]
    public required string FirstName { get; init; }

    /// <summary>The family name.</summary>
    [Required, StringLength(100)]
    public required string LastName { get; init; }

    /// <summary>A picture: an https address.</summary>
    public Uri? Avatar { get; init; }

    /// <summary>What the person is; the first is the one the person is listed by. Gives no rights: those come from verified claims.</summary>
    [MinLength(1)]
    [MaxLength(20)]
    public IReadOnlyList<string> Roles { get; init; } = [Role.User];

    /// <summary>What others see of the person.</summary>
    public PrivacySettings Privacy { get; init; } = new();

    /// <summary>Given and family name.</summary>
    [Computed]
    public string FullName => $"{FirstName} {LastName}";

    /// <summary>The first role.</summary>
    [Computed]
    public string? PrimaryRole => Roles.Count > 0 ? Roles[0] : null;

    /// <summary>Whether the person is said to run the community.</summary>
    [Computed]
    public bool IsAdmin => Roles.Contains(Role.Admin);

    /// <summary>Whether the person is said to host events.</summary>
    [Computed]
    public bool IsOrganizer => Roles.Contains(Role.Organizer);

    /// <summary>What the person shows to others, and nothing else.</summary>
    public PublicProfile ToProfile() => new()
    {
        Id = Id,
        FullName = Privacy.ShowFullName ? FullName : null,
        Email = Privacy.ShowEmail ? Email : null,
        Avatar = Privacy.ShowAvatar ? Avatar : null,
    };
}
