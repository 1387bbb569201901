namespace GeekCafe;

/// <summary>A setting is missing or malformed. Thrown while starting, never during a request; the message says what to set.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>An error without a sentence.</summary>
    public ConfigurationException() { }

    /// <summary>An error with the sentence that says what to set.</summary>
    public ConfigurationException(string message) : base(message) { }

    /// <summary>An error with the sentence that says what to set, and what revealed it.</summary>
    public ConfigurationException(string message, Exception? innerException) : base(message, innerException) { }
}
