namespace Community.Users;

/// <summary>What a person shows to others of the tenant.</summary>
public partial record PrivacySettings
{
    /// <summary>Who sees the profile.</summary>
    public ProfileVisibility ProfileVisibility { get; init; } = ProfileVisibility.Public;

    /// <summary>Whether organizers find the person by e-mail address.</summary>
    public bool SearchableByHosts { get; init; } = true;

    /// <summary>Whether the profile shows the name.</summary>
    public bool ShowFullName { get; init; } = true;

    /// <summary>Whether the profile shows the e-mail address.</summary>
    public bool ShowEmail { get; init; }

    /// <summary>Whether the profile shows the picture.</summary>
    public bool ShowAvatar { get; init; } = true;
}

/// <summary>Who sees a profile. Its person and admins always do.</summary>
public enum ProfileVisibility
{
    /// <summary>All of the tenant.</summary>
    Public,
    /// <summary>Those who invite: organizers.</summary>
    InviteOnly,
    /// <summary>Nobody else.</summary>
    Private,
}
