namespace Community.Groups;

/// <summary>What kind of group it is.</summary>
public enum GroupCategory
{
    /// <summary>Anything else.</summary>
    Other,
    /// <summary>Sports.</summary>
    Sports,
    /// <summary>A hobby.</summary>
    Hobby,
    /// <summary>Work.</summary>
    Professional,
    /// <summary>Learning.</summary>
    Educational,
    /// <summary>Company.</summary>
    Social,
    /// <summary>Faith.</summary>
    Religious,
    /// <summary>Politics.</summary>
    Political,
    /// <summary>Help for others.</summary>
    Charity,
    /// <summary>Entertainment.</summary>
    Entertainment,
}

/// <summary>Who sees a group.</summary>
public enum GroupPrivacy
{
    /// <summary>All of the tenant.</summary>
    Public,
    /// <summary>Its members, and admins.</summary>
    Private,
}

/// <summary>How people become members.</summary>
public enum JoinApproval
{
    /// <summary>By joining.</summary>
    Open,
    /// <summary>By asking, and being approved.</summary>
    Approval,
}

/// <summary>What a member may do in a group; each may what those before may.</summary>
public enum GroupRole
{
    /// <summary>Sees it.</summary>
    Member,
    /// <summary>Approves, adds and removes members.</summary>
    Moderator,
    /// <summary>Changes it, and gives roles.</summary>
    CoOwner,
    /// <summary>Deletes it and passes it on. There is one.</summary>
    Owner,
}

/// <summary>Whether a person is a member.</summary>
public enum MembershipState
{
    /// <summary>Is one.</summary>
    Active,
    /// <summary>Has asked to become one.</summary>
    Requested,
}
