using System.ComponentModel.DataAnnotations;
using Community.Users;
using GeekCafe;

namespace Community.Events;

/// <summary>Something people of a tenant meet for. Begins as a draft, which needs nothing yet; publishing needs a title and a start.</summary>
[Resource("events")]
[Conditions]
[PrimaryKey("TENANT#{TenantId}", "EVENT#{Id}")]
[SecondaryIndex("ByOrganizer", "TENANT#{TenantId}#USER#{OrganizerId}", "EVENT#ts#{ListedAt}#{Id}", Route = "/users/{organizerId}/events")]
[SecondaryIndex("ByGroup", "TENANT#{TenantId}#GROUP#{GroupId}", "EVENT#ts#{ListedAt}#{Id}", Route = "/groups/{groupId}/events")]
[SecondaryIndex("Published", "TENANT#{TenantId}#PUBLISHED", "EVENT#ts#{PublishedStart}#{Id}")]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Owner = nameof(OrganizerId), Roles = Role.Admin)]
public partial record Event
{
    /// <summary>What it is called. May be empty until it is published.</summary>
    [StringLength(200)]
    public string Title { get; init; } = "";

    /// <summary>What it is about.</summary>
    [StringLength(4000)]
    public string? Description { get; init; }

    /// <summary>When it begins: in the future when it is set, at most 365 days ahead. May be open until it is published.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends, if that is known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many seats there are; null means any number. Never fewer than are taken.</summary>
    [Range(1, 100_000)]
    public int? Capacity { get; init; }

    /// <summary>Where it is.</summary>
    public Location? Location { get; init; }

    /// <summary>Words to find it by.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who sees it once it is published.</summary>
    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>The group it belongs to: set by one who organizes or moderates the group, and then for good.</summary>
    public string? GroupId { get; init; }

    /// <summary>What became of it. Moved by publishing and cancelling.</summary>
    [SetByServer]
    public EventStatus Status { get; init; } = EventStatus.Draft;

    /// <summary>Why it was called off.</summary>
    [SetByServer]
    [StringLength(500)]
    public string? CancellationReason { get; init; }

    /// <summary>Who comes. Written together with each attendee.</summary>
    [SetByServer]
    public Headcount Headcount { get; init; } = new();

    /// <summary>Who organizes it: the caller who created it.</summary>
    [SetByServer(ServerValue.UserId)]
    public string OrganizerId { get; init; } = "";

    /// <summary>Its place in lists: when it begins, or, as long as that is open, when it was made.</summary>
    public DateTimeOffset ListedAt => StartsAt ?? CreatedAt;

    /// <summary>Null keeps what is not published out of the index, so that upcoming events are never searched for among drafts.</summary>
    public DateTimeOffset? PublishedStart => Status == EventStatus.Published ? StartsAt : null;

    /// <summary>Whether the caller answers for it.</summary>
    internal bool IsRunBy(Caller caller) => OrganizerId == caller.UserId || caller.IsAdmin();

    internal Event Publish() => Status == EventStatus.Draft
        ? this with { Status = EventStatus.Published }
        : throw new ServiceException(ServiceError.State("Only a draft can be published."));

    internal Event Cancel(string reason) => Status == EventStatus.Published
        ? this with { Status = EventStatus.Cancelled, CancellationReason = reason }
        : throw new ServiceException(ServiceError.State(Status == EventStatus.Draft ? "Nobody knows of a draft: delete it." : "The event is cancelled already."));
}
