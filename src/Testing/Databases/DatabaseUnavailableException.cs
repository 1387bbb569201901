namespace GeekCafe.Testing;

/// <summary>A local database cannot be had on this machine. The message is one line that says what is missing and what to do.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>With the line to show.</summary>
    public DatabaseUnavailableException(string message) : base(message) { }

    /// <summary>With the line to show and what led to it.</summary>
    public DatabaseUnavailableException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a reason.</summary>
    public DatabaseUnavailableException() { }
}
