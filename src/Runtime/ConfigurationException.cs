namespace GeekCafe;

/// <summary>A setting is missing or wrong. Thrown while starting, never while serving.</summary>
/// <param name="message">One sentence: which setting, and what to set.</param>
public sealed class ConfigurationException(string message) : Exception(message);
