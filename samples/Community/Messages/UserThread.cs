namespace Community.Messages;

/// <summary>A thread as one of its participants sees it in his list.</summary>
public partial record UserThread
{
    /// <summary>The thread's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    public required ThreadType Type { get; init; }

    /// <summary>The event that is talked about.</summary>
    public string? EventId { get; init; }

    /// <summary>Who takes part.</summary>
    public required IReadOnlyList<string> ParticipantIds { get; init; }

    /// <summary>When something was last posted, or the thread began.</summary>
    public required DateTimeOffset LastActivityAt { get; init; }

    /// <summary>The number of the newest message he knows to be there.</summary>
    public required long LastNumber { get; init; }

    /// <summary>How many messages he has not read.</summary>
    public required long Unread { get; init; }

    /// <summary>Whether he has put it away.</summary>
    public required bool IsArchived { get; init; }

    internal static UserThread Of(MessageThread thread, Participation state) => new()
    {
        Id = thread.Id,
        Subject = thread.Subject,
        Type = thread.Type,
        EventId = thread.EventId,
        ParticipantIds = thread.ParticipantIds,
        LastActivityAt = state.LastActivityAt,
        LastNumber = state.LastNumber,
        Unread = state.Unread,
        IsArchived = state.IsArchived,
    };
}
