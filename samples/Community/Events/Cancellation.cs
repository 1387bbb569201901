using System.ComponentModel.DataAnnotations;

namespace Community.Events;

/// <summary>Calls an event off.</summary>
public partial record Cancellation
{
    /// <summary>Why, for those who wanted to come.</summary>
    [Required, StringLength(500)]
    public required string Reason { get; init; }
}
