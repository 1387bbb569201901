namespace GeekCafe.Lambda;

/// <summary>Kinds of events, told apart by their members and never by the order of these.</summary>
public enum EventKind
{
    /// <summary>None of the others.</summary>
    Unknown,
    /// <summary>API Gateway REST API, or HTTP API with payload format 1.0.</summary>
    RestV1,
    /// <summary>API Gateway HTTP API, payload format 2.0.</summary>
    HttpV2,
    /// <summary>A Lambda Function URL.</summary>
    FunctionUrl,
    /// <summary>An Application Load Balancer target.</summary>
    LoadBalancer,
    /// <summary>A batch of DynamoDB stream records.</summary>
    DynamoDbStream,
    /// <summary>A request to a Lambda authorizer. Not handled.</summary>
    AuthorizerRequest,
    /// <summary>A job to run: <c>{"job","tenantId","input"}</c>, by itself or as the detail of an event of EventBridge.</summary>
    Job,
    /// <summary>A scheduled event without a job, or a warmer's ping: answered before anything else.</summary>
    WarmUp,
}
