using System.ComponentModel.DataAnnotations;
using Community.Users;
using GeekCafe;

namespace Community.Messages;

/// <summary>A conversation. Its participants' states and its messages stand beside it in a partition of their own, not inside it.</summary>
[Resource("threads", Http = Operation.Read | Operation.Update | Operation.Delete | Operation.Restore), Conditions]
[PrimaryKey("TENANT#{TenantId}#THREAD#{Id}", "THREAD")]
[SecondaryIndex("ByEvent", "TENANT#{TenantId}#EVENT#{EventId}", "THREAD#{Id}", Route = "/events/{eventId}/threads")]
[Allow(Operation.Create, Anyone = true)]
[Allow(Operation.Read | Operation.Update, Members = nameof(ParticipantIds))]
[Allow(Operation.Delete | Operation.Restore, Owner = nameof(CreatedBy), Roles = Role.Admin)]
public partial record MessageThread
{
    /// <summary>What it is about.</summary>
    [Required, StringLength(200)]
    public required string Subject { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    [CreateOnly]
    public ThreadType Type { get; init; } = ThreadType.General;

    /// <summary>The event that is talked about.</summary>
    [CreateOnly]
    [StringLength(64, MinimumLength = 1)]
    public string? EventId { get; init; }

    /// <summary>Who reads and writes it: everybody else is not told that it is there.</summary>
    [SetByServer]
    [MinLength(1)]
    [MaxLength(50)]
    public IReadOnlyList<string> ParticipantIds { get; init; } = [];

    /// <summary>How often the participants have changed.</summary>
    [SetByServer]
    public long ParticipantsVersion { get; init; }

    /// <summary>The number of the newest message; 0: there was none.</summary>
    [SetByServer]
    public long LastNumber { get; init; }

    /// <summary>How many messages there are.</summary>
    [SetByServer]
    public long MessageCount { get; init; }

    /// <summary>When the newest message was posted.</summary>
    [SetByServer]
    public DateTimeOffset? LastMessageAt { get; init; }

    /// <summary>With one message more. Time does not run backwards in a thread, whatever clocks say.</summary>
    internal MessageThread WithMessage(DateTimeOffset now) => this with
    {
        LastNumber = LastNumber + 1,
        MessageCount = MessageCount + 1,
        LastMessageAt = LastMessageAt > now ? LastMessageAt : now,
    };

    /// <summary>With one participant more.</summary>
    internal MessageThread With(string userId) => ParticipantIds.Contains(userId) ? this : this with
    {
        ParticipantIds = [.. ParticipantIds, userId],
        ParticipantsVersion = ParticipantsVersion + 1,
    };

    /// <summary>With one participant less.</summary>
    internal MessageThread Without(string userId) => !ParticipantIds.Contains(userId) ? this : this with
    {
        ParticipantIds = [.. ParticipantIds.Where(id => id != userId)],
        ParticipantsVersion = ParticipantsVersion + 1,
    };
}
