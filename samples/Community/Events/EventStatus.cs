namespace Community.Events;

/// <summary>The life of an event.</summary>
public enum EventStatus
{
    /// <summary>Being prepared.</summary>
    Draft,
    /// <summary>To be seen by all of the tenant.</summary>
    Published,
    /// <summary>Called off.</summary>
    Cancelled,
}
