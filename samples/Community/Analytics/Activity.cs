using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Analytics;

/// <summary>What happened on a page: one of four kinds, told apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PageView), "pageView")]
[JsonDerivedType(typeof(PageError), "error")]
[JsonDerivedType(typeof(PageTiming), "performance")]
[JsonDerivedType(typeof(CustomEvent), "custom")]
public abstract partial record Activity;

/// <summary>Somebody looked at the page.</summary>
public partial record PageView : Activity
{
    /// <summary>For how long, in milliseconds.</summary>
    [Range(0, 86_400_000)]
    public int? DurationMs { get; init; }

    /// <summary>How far down, in percent.</summary>
    [Range(0.0, 100.0)]
    public double? ScrollDepth { get; init; }
}

/// <summary>Something went wrong on the page.</summary>
public partial record PageError : Activity
{
    /// <summary>What the error says.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public required string Message { get; init; }

    /// <summary>What kind of error.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string Type { get; init; } = "Error";

    /// <summary>Where it happened.</summary>
    [StringLength(10_000)]
    public string? Stack { get; init; }
}

/// <summary>How fast the page was, in milliseconds.</summary>
public partial record PageTiming : Activity
{
    /// <summary>Until it was loaded.</summary>
    [Range(0, 86_400_000)]
    public int? LoadMs { get; init; }

    /// <summary>Until the first byte came.</summary>
    [Range(0, 86_400_000)]
    public int? TtfbMs { get; init; }

    /// <summary>Until something was seen (first contentful paint).</summary>
    [Range(0, 86_400_000)]
    public int? FcpMs { get; init; }

    /// <summary>Until the largest part was seen (largest contentful paint).</summary>
    [Range(0, 86_400_000)]
    public int? LcpMs { get; init; }
}

/// <summary>Anything else an application wants to count.</summary>
public partial record CustomEvent : Activity
{
    /// <summary>What it is called.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>What belongs to it.</summary>
    public JsonElement? Data { get; init; }
}
