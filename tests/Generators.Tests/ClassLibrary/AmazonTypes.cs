namespace GeekCafe.Generators.Tests.ClassLibrary;

/// <summary>
/// The types of Amazon's libraries for the managed runtime that handlers are made of, as far as those use them; declared from their public documentation
/// (docs.aws.amazon.com/lambda, "C# context object", and API Gateway's event formats).
/// </summary>
internal static class AmazonTypes
{
    public const string Core = """
        #nullable disable
        namespace Amazon.Lambda.Core
        {
            public interface ILambdaContext
            {
                string AwsRequestId { get; }
                string FunctionName { get; }
                string InvokedFunctionArn { get; }
                TimeSpan RemainingTime { get; }
            }
        }
        """;

    /// <summary>A version of the library that also tells the tenant.</summary>
    public static readonly string NewerCore = Core.Replace("TimeSpan RemainingTime { get; }", "TimeSpan RemainingTime { get; } string TenantId => null; string TraceId => null;");

    public const string Rest = """
        #nullable disable
        namespace Amazon.Lambda.APIGatewayEvents
        {
            public class APIGatewayProxyRequest
            {
                public string Resource { get; set; }
                public string Path { get; set; }
                public string HttpMethod { get; set; }
                public IDictionary<string, string> Headers { get; set; }
                public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
                public IDictionary<string, string> QueryStringParameters { get; set; }
                public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }
                public IDictionary<string, string> PathParameters { get; set; }
                public IDictionary<string, string> StageVariables { get; set; }
                public ProxyRequestContext RequestContext { get; set; }
                public string Body { get; set; }
                public bool IsBase64Encoded { get; set; }

                public class ProxyRequestContext
                {
                    public string Path { get; set; }
                    public string AccountId { get; set; }
                    public string Stage { get; set; }
                    public string RequestId { get; set; }
                    public string HttpMethod { get; set; }
                    public string ApiId { get; set; }
                    public string DomainName { get; set; }
                    public APIGatewayCustomAuthorizerContext Authorizer { get; set; }
                }
            }

            public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
            {
                private Dictionary<string, string> _claims;

                public Dictionary<string, string> Claims
                {
                    get
                    {
                        if (_claims != null) return _claims;
                        _claims = new();
                        if (TryGetValue("claims", out var value) && value is System.Text.Json.JsonElement claims && claims.ValueKind == System.Text.Json.JsonValueKind.Object)
                        {
                            foreach (var claim in claims.EnumerateObject())
                            {
                                if (claim.Value.ValueKind == System.Text.Json.JsonValueKind.String) _claims[claim.Name] = claim.Value.GetString();
                            }
                        }

                        return _claims;
                    }

                    set => _claims = value;
                }
            }

            public class APIGatewayProxyResponse
            {
                public int StatusCode { get; set; }
                public IDictionary<string, string> Headers { get; set; }
                public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }
                public string Body { get; set; }
                public bool IsBase64Encoded { get; set; }
            }
        }
        """;

    public const string HttpApi = """
        #nullable disable
        namespace Amazon.Lambda.APIGatewayEvents
        {
            public class APIGatewayHttpApiV2ProxyRequest
            {
                public string Version { get; set; }
                public string RouteKey { get; set; }
                public string RawPath { get; set; }
                public string RawQueryString { get; set; }
                public string[] Cookies { get; set; }
                public IDictionary<string, string> Headers { get; set; }
                public IDictionary<string, string> QueryStringParameters { get; set; }
                public ProxyRequestContext RequestContext { get; set; }
                public string Body { get; set; }
                public IDictionary<string, string> PathParameters { get; set; }
                public bool IsBase64Encoded { get; set; }
                public IDictionary<string, string> StageVariables { get; set; }

                public class ProxyRequestContext
                {
                    public string ApiId { get; set; }
                    public AuthorizerDescription Authorizer { get; set; }
                    public string DomainName { get; set; }
                    public HttpDescription Http { get; set; }
                    public string RequestId { get; set; }
                    public string Stage { get; set; }
                }

                public class HttpDescription
                {
                    public string Method { get; set; }
                    public string Path { get; set; }
                }

                public class AuthorizerDescription
                {
                    public JwtDescription Jwt { get; set; }
                    public IDictionary<string, object> Lambda { get; set; }

                    public class JwtDescription
                    {
                        public IDictionary<string, string> Claims { get; set; }
                        public string[] Scopes { get; set; }
                    }
                }
            }

            public class APIGatewayHttpApiV2ProxyResponse
            {
                public int StatusCode { get; set; }
                public IDictionary<string, string> Headers { get; set; }
                public string[] Cookies { get; set; }
                public string Body { get; set; }
                public bool IsBase64Encoded { get; set; }
            }
        }
        """;
}
