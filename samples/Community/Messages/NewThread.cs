using System.ComponentModel.DataAnnotations;

namespace Community.Messages;

/// <summary>What begins a conversation.</summary>
public partial record NewThread
{
    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    public ThreadType Type { get; init; } = ThreadType.General;

    /// <summary>The event that is talked about.</summary>
    public string? EventId { get; init; }

    /// <summary>Who takes part. Whoever begins it does too, named or not.</summary>
    [MaxLength(50)]
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>The first message.</summary>
    public string? InitialMessage { get; init; }
}
