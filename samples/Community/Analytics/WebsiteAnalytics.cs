using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Analytics;

/// <summary>Something that happened on a page of a website. A fact: it is told once, with an API key, and goes by itself after 90 days.</summary>
[Resource("analytics", Http = Operation.None)]
[PrimaryKey("TENANT#{TenantId}#PAGE#{Page}", "AT#{At}#{Id}")]
[Allow(Operation.Read, Roles = "admin,analyst")]
[Allow(Operation.Create, Roles = WriteScope)]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Roles = "admin")]
[Conditions]
public partial record WebsiteAnalytics
{
    /// <summary>What a key must be for, to tell what happens.</summary>
    public const string WriteScope = "analytics:write";

    /// <summary>The path of the page; this or a slug.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? Route { get; init; }

    /// <summary>What else names the page.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? Slug { get; init; }

    /// <summary>The page: its route, or its slug if it has none.</summary>
    [SetByServer]
    public string Page { get; init; } = "";

    /// <summary>When it happened: when it was told. UTC.</summary>
    [SetByServer(ServerValue.Now)]
    public DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required Activity Data { get; init; }

    /// <summary>The visit it belongs to.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? SessionId { get; init; }

    /// <summary>Whose visit it is, as the website says.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? UserId { get; init; }

    /// <summary>The browser.</summary>
    [StringLength(500)]
    public string? UserAgent { get; init; }

    /// <summary>Where the visitor came from.</summary>
    [StringLength(2000)]
    public string? Referrer { get; init; }

    /// <summary>The visitor's address.</summary>
    [Sensitive, StringLength(45)]
    public string? IpAddress { get; init; }

    /// <summary>When it is removed. UTC.</summary>
    [TimeToLive, SetByServer]
    public DateTimeOffset? ExpiresAt { get; init; }
}
