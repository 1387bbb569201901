namespace Community.Events;

/// <summary>Who sees a published event. Its organizer and admins always do.</summary>
public enum Visibility
{
    /// <summary>All of the tenant.</summary>
    Public,
    /// <summary>The members of its group.</summary>
    Members,
    /// <summary>Those who are invited.</summary>
    Private,
}
