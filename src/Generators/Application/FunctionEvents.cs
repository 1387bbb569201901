using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Application;

/// <summary>Writes the statements that write event objects as the JSON that they were read from, as far as the pipeline looks at it.</summary>
internal static class FunctionEvents
{
    private const string Json = "global::GeekCafe.Lambda.EventJson";

    public static void Rest(SourceWriter writer)
    {
        writer.Line("json.WriteStartObject();");
        Text(writer, "httpMethod", "request.HttpMethod");
        Text(writer, "path", "request.Path");
        Map(writer, "headers", "request.Headers");
        writer.Line($"{Json}.MultiMap(json, \"multiValueHeaders\", request.MultiValueHeaders);");
        Map(writer, "queryStringParameters", "request.QueryStringParameters");
        writer.Line($"{Json}.MultiMap(json, \"multiValueQueryStringParameters\", request.MultiValueQueryStringParameters);");
        Map(writer, "pathParameters", "request.PathParameters");
        Map(writer, "stageVariables", "request.StageVariables");
        writer.Block("if (request.RequestContext is { } context)", body =>
        {
            body.Line("json.WriteStartObject(\"requestContext\");");
            Text(body, "requestId", "context.RequestId");
            Text(body, "apiId", "context.ApiId");
            Text(body, "stage", "context.Stage");
            Text(body, "domainName", "context.DomainName");
            body.Line($"{Json}.Authorizer(json, \"authorizer\", context.Authorizer, context.Authorizer?.Claims);");
            body.Line("json.WriteEndObject();");
        });
        Body(writer);
    }

    public static void HttpApi(SourceWriter writer)
    {
        writer.Line("json.WriteStartObject();");
        writer.Line($"{Json}.Text(json, \"version\", request.Version ?? \"2.0\");");
        Text(writer, "routeKey", "request.RouteKey");
        Text(writer, "rawPath", "request.RawPath");
        Text(writer, "rawQueryString", "request.RawQueryString");
        writer.Line($"{Json}.Texts(json, \"cookies\", request.Cookies);");
        Map(writer, "headers", "request.Headers");
        Map(writer, "queryStringParameters", "request.QueryStringParameters");
        Map(writer, "pathParameters", "request.PathParameters");
        Map(writer, "stageVariables", "request.StageVariables");
        writer.Block("if (request.RequestContext is { } context)", body =>
        {
            body.Line("json.WriteStartObject(\"requestContext\");");
            Text(body, "requestId", "context.RequestId");
            Text(body, "apiId", "context.ApiId");
            Text(body, "stage", "context.Stage");
            Text(body, "domainName", "context.DomainName");
            body.Block("if (context.Http is { } http)", inner =>
            {
                inner.Line("json.WriteStartObject(\"http\");");
                Text(inner, "method", "http.Method");
                inner.Line("json.WriteEndObject();");
            });
            body.Block("if (context.Authorizer is { } authorizer)", inner =>
            {
                inner.Line("json.WriteStartObject(\"authorizer\");");
                inner.Block("if (authorizer.Jwt is { } jwt)", token =>
                {
                    token.Line("json.WriteStartObject(\"jwt\");");
                    Map(token, "claims", "jwt.Claims");
                    token.Line($"{Json}.Texts(json, \"scopes\", jwt.Scopes);");
                    token.Line("json.WriteEndObject();");
                });
                inner.Line($"{Json}.Values(json, \"lambda\", authorizer.Lambda);");
                inner.Line("json.WriteEndObject();");
            });
            body.Line("json.WriteEndObject();");
        });
        Body(writer);
    }

    private static void Body(SourceWriter writer)
    {
        Text(writer, "body", "request.Body");
        writer.Line("json.WriteBoolean(\"isBase64Encoded\", request.IsBase64Encoded);").Line("json.WriteEndObject();");
    }

    private static void Text(SourceWriter writer, string name, string value) => writer.Line($"{Json}.Text(json, {CSharp.Literal(name)}, {value});");

    private static void Map(SourceWriter writer, string name, string value) => writer.Line($"{Json}.Map(json, {CSharp.Literal(name)}, {value});");
}
