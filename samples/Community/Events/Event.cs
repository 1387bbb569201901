using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Events;

/// <summary>Something people of a tenant meet for.</summary>
[Resource("events")]
[PrimaryKey("TENANT#{TenantId}", "EVENT#{Id}")]
[SecondaryIndex("ByOrganizer", "TENANT#{TenantId}#USER#{OrganizerId}", "EVENT#ts#{StartsAt}#{Id}", Route = "/users/{organizerId}/events")]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Owner = nameof(OrganizerId), Roles = "admin")]
public partial record Event
{
    /// <summary>What it is called.</summary>
    [StringLength(200, MinimumLength = 1)]
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    [StringLength(4000)]
    public string? Description { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, if that is known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many people can come; null means any number.</summary>
    [Range(1, 100_000)]
    public int? Capacity { get; init; }

    /// <summary>Where it is.</summary>
    public Location? Location { get; init; }

    /// <summary>Words to find it by.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether people can see and attend it.</summary>
    public EventStatus Status { get; init; } = EventStatus.Draft;

    /// <summary>Who organizes it: the caller who created it.</summary>
    [SetByServer(ServerValue.UserId)]
    public string OrganizerId { get; init; } = "";
}
