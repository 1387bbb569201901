using System.Diagnostics.CodeAnalysis;

namespace GeekCafe;

/// <summary>How a transaction ended: all of it was done, or nothing.</summary>
/// <param name="Error">
/// Why nothing was done; null when all was. <see cref="ErrorCode.OutcomeUnknown"/>: all or nothing, but which is not known.
/// </param>
/// <param name="Errors">For each entry in order, what was wrong with it; null when nothing was.</param>
/// <param name="WasRepeated">Whether an earlier commit under the same idempotency key had done it, and this one did nothing.</param>
public sealed record TransactionResult(ServiceError? Error, IReadOnlyList<ServiceError?> Errors, bool WasRepeated = false)
{
    /// <summary>Whether all was done.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;
}
