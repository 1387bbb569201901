using GeekCafe;

namespace Community.Users;

/// <summary>The roles that rules speak of. Others may be given to people, and mean what a tenant makes of them.</summary>
public static class Role
{
    /// <summary>Runs the tenant's community.</summary>
    public const string Admin = "admin";

    /// <summary>Hosts events, and so may look for people to invite.</summary>
    public const string Organizer = "organizer";

    /// <summary>What everybody is who registers.</summary>
    public const string User = "user";

    /// <summary>Whether the caller runs the community. What a user record says of roles gives no rights; verified claims do.</summary>
    internal static bool IsAdmin(this Caller caller) => caller.IsSystem || caller.HasRole(Admin);
}
