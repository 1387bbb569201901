namespace GeekCafe.Testing.Snapshots;

/// <summary>What was generated is not what was accepted.</summary>
/// <param name="message">Which files differ, and how to accept them.</param>
public sealed class SnapshotException(string message) : Exception(message);
