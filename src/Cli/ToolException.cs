namespace GeekCafe.Cli;

/// <summary>What the user can put right: the message says how.</summary>
public sealed class ToolException(string message) : Exception(message);
