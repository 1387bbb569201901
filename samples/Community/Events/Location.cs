using System.ComponentModel.DataAnnotations;

namespace Community.Events;

/// <summary>A place.</summary>
public partial record Location
{
    /// <summary>The city.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string City { get; init; }

    /// <summary>Street and number.</summary>
    [StringLength(200)]
    public string? Street { get; init; }

    /// <summary>Two letters, ISO 3166-1.</summary>
    [RegularExpression("[A-Z]{2}")]
    public string? Country { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    [Range(-90.0, 90.0)]
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    [Range(-180.0, 180.0)]
    public double? Longitude { get; init; }
}
