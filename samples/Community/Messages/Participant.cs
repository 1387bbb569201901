namespace Community.Messages;

/// <summary>Somebody who takes part in a thread.</summary>
public partial record Participant
{
    /// <summary>The user.</summary>
    public required string UserId { get; init; }

    /// <summary>What he is in it, for others to see; it gives no rights.</summary>
    public string Role { get; init; } = "guest";
}
