namespace Community.Events;

/// <summary>The life of an event.</summary>
public enum EventStatus
{
    /// <summary>Being prepared: for its organizer and admins alone.</summary>
    Draft,
    /// <summary>To be seen and attended.</summary>
    Published,
    /// <summary>Called off.</summary>
    Cancelled,
}
