namespace GeekCafe.Lambda;

/// <summary>
/// Function errors: their types, in the form Lambda counts them by (<c>Function.</c> or <c>Runtime.</c> and a name), and their body.
/// </summary>
internal static class FunctionErrors
{
    public const string MalformedEvent = "Function.MalformedEvent";
    public const string UnsupportedEvent = "Function.UnsupportedEvent";
    public const string StreamsNotConfigured = "Function.StreamsNotConfigured";
    public const string UnknownJob = "Function.UnknownJob";
    public const string JobFailed = "Function.JobFailed";
    public const string Unhandled = "Function.Unhandled";
    public const string Configuration = "Runtime.ConfigurationError";
    public const string Initialization = "Runtime.InitError";

    /// <summary>Ends the invocation with an error, whatever was written before.</summary>
    public static InvocationOutcome Fail(PooledBuffer output, string type, string message)
    {
        output.Truncate(0);
        Write(output, type, message);
        return new(type);
    }

    /// <summary>Writes the body. Callers of <c>Invoke</c> see it, so it holds our own words only, and no stack.</summary>
    public static void Write(PooledBuffer output, string type, string message)
    {
        output.Write("{\"errorType\":"u8);
        JsonEscaping.WriteString(output, type);
        output.Write(",\"errorMessage\":"u8);
        JsonEscaping.WriteString(output, message);
        output.Write(",\"stackTrace\":[]}"u8);
    }
}
