using System.ComponentModel.DataAnnotations;
using Community.Users;
using GeekCafe;

namespace Community.Messages;

/// <summary>One message of a thread, which numbers its messages from 1 in the order in which they are stored.</summary>
[Resource("messages", Route = "/threads/{threadId}/messages", Http = Operation.Read | Operation.Update), Conditions]
[PrimaryKey("TENANT#{TenantId}#THREAD#{ThreadId}", "MESSAGE#{Number}")]
[Allow(Operation.Create)]
[Allow(Operation.Read, Anyone = true)]
[Allow(Operation.Update, Owner = nameof(SenderId))]
[Allow(Operation.Delete | Operation.Restore, Owner = nameof(SenderId), Roles = Role.Admin)]
public partial record Message
{
    /// <summary>What kind of message it is if nothing is said.</summary>
    internal const string DefaultType = "general";

    /// <summary>What is said.</summary>
    [StringLength(10_000, MinimumLength = 1)]
    public required string Content { get; init; }

    /// <summary>What kind of message it is, for whoever shows it.</summary>
    [CreateOnly]
    [StringLength(50, MinimumLength = 1)]
    public string Type { get; init; } = DefaultType;

    /// <summary>The thread it belongs to.</summary>
    [SetByServer]
    public string ThreadId { get; init; } = "";

    /// <summary>Its number in the thread. That of a deleted message is not given again.</summary>
    [SetByServer]
    public long Number { get; init; }

    /// <summary>When it was posted; no earlier than the one before.</summary>
    [SetByServer]
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Who says it: the caller, or the user of an API key.</summary>
    [SetByServer(ServerValue.UserId)]
    public string SenderId { get; init; } = "";

    /// <summary>The Idempotency-Key it was posted with: posted again, it is the same message.</summary>
    [SetByServer]
    [Sensitive(Hidden = true)]
    [Unique(Within = [nameof(ThreadId), nameof(SenderId)])]
    public string? RequestKey { get; init; }
}
