namespace GeekCafe.Testing;

/// <summary>Makes HTTP events as each kind of gateway sends them.</summary>
/// <example><c>LambdaEvents.HttpV2("POST", "/events").WithCaller("tenant-1", "user-1").WithJson("{\"title\":\"x\"}").Build()</c></example>
public static class LambdaEvents
{
    /// <summary>An API Gateway HTTP API event, payload format 2.0.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without stage and query.</param>
    public static LambdaEventBuilder HttpV2(string method, string path) => new(LambdaEventShape.HttpV2, method, path);

    /// <summary>An API Gateway REST API event.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder RestV1(string method, string path) => new(LambdaEventShape.RestV1, method, path);

    /// <summary>An API Gateway HTTP API event, payload format 1.0.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder HttpV1(string method, string path) => new(LambdaEventShape.HttpV1, method, path);

    /// <summary>A Function URL event.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder FunctionUrl(string method, string path) => new(LambdaEventShape.FunctionUrl, method, path);

    /// <summary>An Application Load Balancer event.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without query.</param>
    /// <param name="multiValue">Whether the target group has multi-value headers on.</param>
    public static LambdaEventBuilder LoadBalancer(string method, string path, bool multiValue = false) =>
        new(multiValue ? LambdaEventShape.LoadBalancerMultiValue : LambdaEventShape.LoadBalancer, method, path);

    /// <summary>An event of any kind of gateway.</summary>
    /// <param name="shape">The payload.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without stage and query.</param>
    public static LambdaEventBuilder Http(LambdaEventShape shape, string method, string path) => new(shape, method, path);
}
