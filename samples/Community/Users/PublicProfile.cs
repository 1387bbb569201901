namespace Community.Users;

/// <summary>What others of a tenant see of a person: the id, and of the rest what the person shows.</summary>
public partial record PublicProfile
{
    /// <summary>The user id.</summary>
    public required string Id { get; init; }

    /// <summary>The name, if shown.</summary>
    public string? FullName { get; init; }

    /// <summary>The e-mail address, if shown.</summary>
    public string? Email { get; init; }

    /// <summary>The picture, if shown and there is one.</summary>
    public Uri? Avatar { get; init; }
}
