namespace GeekCafe.Testing;

/// <summary>A local database cannot be had, or does not do what is asked. The message is one line that says why and what to do.</summary>
public sealed class LocalDatabaseException : Exception
{
    /// <summary>With the line to show.</summary>
    public LocalDatabaseException(string message) : base(message) { }

    /// <summary>With the line to show and what led to it.</summary>
    public LocalDatabaseException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Without a reason.</summary>
    public LocalDatabaseException() { }
}
