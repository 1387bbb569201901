namespace GeekCafe;

/// <summary>A <see cref="ServiceError"/> where there is no result to hold it: in the middle of an enumeration.</summary>
public sealed class ServiceException : Exception
{
    /// <summary>An exception for an error.</summary>
    /// <param name="error">The error.</param>
    public ServiceException(ServiceError error) : base(error?.Message) => Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>The error.</summary>
    public ServiceError Error { get; }
}
