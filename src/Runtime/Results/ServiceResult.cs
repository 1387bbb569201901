using System.Diagnostics.CodeAnalysis;

namespace GeekCafe;

/// <summary>What a service method answers: data, or one error. Never both, never neither.</summary>
/// <typeparam name="T">The data on success.</typeparam>
public readonly struct ServiceResult<T>
{
    private readonly T? _data;

    private ServiceResult(T? data, ServiceError? error) => (_data, Error) = (data, error);

    /// <summary>The error, or null on success.</summary>
    public ServiceError? Error { get; }

    /// <summary>Whether there is data.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The data.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead; look at <see cref="IsSuccess"/> first.</exception>
    public T Data => IsSuccess ? _data! : throw new InvalidOperationException($"The operation failed: {Error.Code}: {Error.Message}");

    /// <summary>The data in a pattern: <c>if (result.TryGet(out var item, out var error))</c>.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T data, [NotNullWhen(false)] out ServiceError? error)
    {
        (data, error) = (_data, Error);
        return IsSuccess;
    }

    /// <summary>The same error for another kind of data.</summary>
    /// <exception cref="InvalidOperationException">There is no error.</exception>
    public ServiceResult<TOther> AsError<TOther>() =>
        Error ?? throw new InvalidOperationException("The operation succeeded; there is no error to pass on.");

    /// <summary>Data is a success.</summary>
    public static implicit operator ServiceResult<T>(T data) => new(data, null);

    /// <summary>An error is a failure.</summary>
    public static implicit operator ServiceResult<T>(ServiceError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(default, error);
    }

    /// <inheritdoc/>
    public override string ToString() => IsSuccess ? "Success" : $"{Error.Code}: {Error.Message}";
}
