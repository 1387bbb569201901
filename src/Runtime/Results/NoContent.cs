namespace GeekCafe;

/// <summary>The data of an operation that has nothing to tell but that it succeeded: over HTTP a 204 without a body.</summary>
/// <example><c>return new NoContent();</c></example>
public readonly record struct NoContent;
