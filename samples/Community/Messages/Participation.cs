using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Messages;

/// <summary>
/// What a thread is to one of its participants. Written by whatever happens in the thread, in the same transaction, and by the participant.
/// </summary>
/// <remarks>Unread are the messages that are there, were posted by others, and have a number above <see cref="LastReadNumber"/>.</remarks>
[Resource("participations", Http = Operation.None), Conditions]
[PrimaryKey("TENANT#{TenantId}#THREAD#{ThreadId}", "PARTICIPATION#{UserId}")]
[SecondaryIndex("ByUser", "TENANT#{TenantId}#USER#{UserId}#THREADS#{IsArchived}", "THREAD#{ListedAt}#{ThreadId}")]
[Allow(Operation.Read | Operation.Update, Owner = nameof(UserId))]
[Allow(Operation.Create | Operation.Delete | Operation.Restore)]
public partial record Participation
{
    /// <summary>The thread.</summary>
    [SetByServer]
    public string ThreadId { get; init; } = "";

    /// <summary>The participant.</summary>
    [SetByServer]
    public string UserId { get; init; } = "";

    /// <summary>What he is in it, for others to see; it gives no rights.</summary>
    [StringLength(50, MinimumLength = 1)]
    [SetByServer]
    public string Role { get; init; } = "guest";

    /// <summary>How many messages he has not read.</summary>
    [SetByServer]
    public long Unread { get; init; }

    /// <summary>The number up to which he has read.</summary>
    [SetByServer]
    public long LastReadNumber { get; init; }

    /// <summary>The number of the thread's newest message.</summary>
    [SetByServer]
    public long LastNumber { get; init; }

    /// <summary>When something was last posted.</summary>
    [SetByServer]
    public DateTimeOffset LastActivityAt { get; init; }

    /// <summary>Whether he has put it away. The thread is no other for anybody else.</summary>
    [SetByServer]
    public bool IsArchived { get; init; }

    /// <summary>When he left, if he did.</summary>
    [SetByServer]
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Where it stands in his list; null, and so in none, after he left.</summary>
    public DateTimeOffset? ListedAt => LeftAt is null ? LastActivityAt : null;

    /// <summary>Of somebody who comes to the thread: what is there already is not new to him.</summary>
    internal Participation Joined(MessageThread thread, Participant participant) => this with
    {
        ThreadId = thread.Id,
        UserId = participant.UserId,
        Role = participant.Role,
        LastNumber = thread.LastNumber,
        LastReadNumber = thread.LastNumber,
        Unread = 0,
        LastActivityAt = thread.LastMessageAt ?? thread.CreatedAt,
        IsArchived = false,
        LeftAt = null,
    };

    /// <summary>After the thread's newest message was posted.</summary>
    internal Participation Received(MessageThread thread, string senderId) => this with
    {
        LastNumber = thread.LastNumber,
        LastActivityAt = thread.LastMessageAt ?? LastActivityAt,
        Unread = UserId == senderId ? Unread : Unread + 1,
    };

    /// <summary>After a message was deleted, or is back.</summary>
    internal Participation Counted(Message message, int by) =>
        message.SenderId == UserId || message.Number <= LastReadNumber ? this : this with { Unread = Unread + by };

    /// <summary>After all was read.</summary>
    internal Participation Read() => this with { LastReadNumber = LastNumber, Unread = 0 };
}
