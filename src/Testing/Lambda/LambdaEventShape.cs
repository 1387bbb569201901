namespace GeekCafe.Testing;

/// <summary>The payloads in which gateways hand an HTTP request to a function.</summary>
public enum LambdaEventShape
{
    /// <summary>API Gateway REST API.</summary>
    RestV1,
    /// <summary>API Gateway HTTP API, payload format 1.0.</summary>
    HttpV1,
    /// <summary>API Gateway HTTP API, payload format 2.0.</summary>
    HttpV2,
    /// <summary>Function URL. Carries no claims.</summary>
    FunctionUrl,
    /// <summary>Application Load Balancer. Carries no claims.</summary>
    LoadBalancer,
    /// <summary>Application Load Balancer with multi-value headers on. Carries no claims.</summary>
    LoadBalancerMultiValue,
}
