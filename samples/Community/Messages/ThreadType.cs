namespace Community.Messages;

/// <summary>Kinds of conversations.</summary>
public enum ThreadType
{
    /// <summary>About anything, between any number.</summary>
    General,
    /// <summary>About an event.</summary>
    Event,
    /// <summary>Between two, who stay the same.</summary>
    Direct,
}
