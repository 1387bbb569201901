namespace GeekCafe.Lambda;

/// <summary>
/// A made-up event that touches every part of reading one. Its path has an empty segment and so is no route: no handler and no store
/// sees it.
/// </summary>
internal static class LambdaEventSample
{
    public static readonly byte[] WarmUp = """
        {"version":"2.0","rawPath":"//warm-up","rawQueryString":"limit=1","headers":{"content-type":"application/json","origin":"-"},
        "requestContext":{"http":{"method":"GET"},"stage":"$default","requestId":"warm-up","authorizer":{"jwt":{"claims":
        {"custom:tenant_id":"warm-up","sub":"warm-up","cognito:groups":"[a b]"}}}},"body":"{\"a\":1}","isBase64Encoded":false}
        """u8.ToArray();
}
