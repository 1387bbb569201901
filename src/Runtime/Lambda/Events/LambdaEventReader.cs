using System.Text.Json;
using System.Text.Unicode;
using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>Reads an event in one pass: notes where members stand, then says what kind of event it is.</summary>
internal static class LambdaEventReader
{
    /// <summary>Reads the event.</summary>
    /// <returns>
    /// False when the bytes are not one JSON object in UTF-8, or a member we decide by occurs twice: two readers could then see two events.
    /// </returns>
    public static bool TryRead(ReadOnlyMemory<byte> json, LambdaEvent target)
    {
        target.Reset(json);
        if (!Utf8.IsValid(json.Span)) return false;
        try
        {
            var reader = ItemJson.Reader(json.Span); // Deep enough for the deepest item in a stream record.
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            ReadRoot(ref reader, target);
            while (reader.Read())
            {
                // Whatever follows the object makes the reader throw.
            }

            target.Kind = Classify(json.Span, in target.Members);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second when a name or a value we compare has a lone surrogate.
            return false;
        }
    }

    private static void ReadRoot(ref Utf8JsonReader reader, LambdaEvent target)
    {
        ref var members = ref target.Members;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("body"u8)) Take(ref reader, ref members.Body);
            else if (reader.ValueTextEquals("headers"u8)) TakeHeaders(ref reader, ref members.Headers, target.SingleHeaders);
            else if (reader.ValueTextEquals("multiValueHeaders"u8)) TakeHeaders(ref reader, ref members.MultiValueHeaders, target.MultiValueHeaders);
            else if (reader.ValueTextEquals("requestContext"u8)) TakeContext(ref reader, ref members);
            else if (reader.ValueTextEquals("version"u8)) Take(ref reader, ref members.Version);
            else if (reader.ValueTextEquals("httpMethod"u8)) Take(ref reader, ref members.HttpMethod);
            else if (reader.ValueTextEquals("path"u8)) Take(ref reader, ref members.Path);
            else if (reader.ValueTextEquals("rawPath"u8)) Take(ref reader, ref members.RawPath);
            else if (reader.ValueTextEquals("rawQueryString"u8)) Take(ref reader, ref members.RawQueryString);
            else if (reader.ValueTextEquals("queryStringParameters"u8)) Take(ref reader, ref members.Query);
            else if (reader.ValueTextEquals("multiValueQueryStringParameters"u8)) Take(ref reader, ref members.MultiValueQuery);
            else if (reader.ValueTextEquals("isBase64Encoded"u8)) Take(ref reader, ref members.IsBase64Encoded);
            else if (reader.ValueTextEquals("type"u8)) Take(ref reader, ref members.Type);
            else if (reader.ValueTextEquals("methodArn"u8)) Take(ref reader, ref members.MethodArn);
            else if (reader.ValueTextEquals("routeArn"u8)) Take(ref reader, ref members.RouteArn);
            else if (reader.ValueTextEquals("Records"u8)) Take(ref reader, ref members.Records);
            else if (reader.ValueTextEquals("source"u8)) Take(ref reader, ref members.Source);
            else if (reader.ValueTextEquals("warmer"u8)) Take(ref reader, ref members.Warmer);
            else if (reader.ValueTextEquals("job"u8)) Take(ref reader, ref members.Job);
            else if (reader.ValueTextEquals("detail"u8)) Take(ref reader, ref members.Detail);
            else Skip(ref reader);
        }
    }

    private static void TakeContext(ref Utf8JsonReader reader, ref EventMembers members)
    {
        if (!Enter(ref reader, ref members.RequestContext)) return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("authorizer"u8)) Take(ref reader, ref members.Authorizer);
            else if (reader.ValueTextEquals("requestId"u8)) Take(ref reader, ref members.RequestId);
            else if (reader.ValueTextEquals("stage"u8)) Take(ref reader, ref members.Stage);
            else if (reader.ValueTextEquals("apiId"u8)) Take(ref reader, ref members.ApiId);
            else if (reader.ValueTextEquals("domainName"u8)) Take(ref reader, ref members.DomainName);
            else if (reader.ValueTextEquals("elb"u8)) Take(ref reader, ref members.LoadBalancer);
            else if (reader.ValueTextEquals("http"u8)) TakeHttp(ref reader, ref members);
            else Skip(ref reader);
        }
    }

    private static void TakeHttp(ref Utf8JsonReader reader, ref EventMembers members)
    {
        if (!Enter(ref reader, ref members.Http)) return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("method"u8)) Take(ref reader, ref members.ContextMethod);
            else Skip(ref reader);
        }
    }

    private static void TakeHeaders(ref Utf8JsonReader reader, ref JsonSlice slot, List<HeaderSlice> headers)
    {
        if (!Enter(ref reader, ref slot)) return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = new JsonSlice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) headers.Add(new(name, Current(ref reader)));
            }
            else
            {
                headers.Add(new(name, Current(ref reader)));
            }
        }
    }

    /// <summary>Steps into an object. False when the value is something else, which is then skipped.</summary>
    private static bool Enter(ref Utf8JsonReader reader, ref JsonSlice slot)
    {
        if (slot.IsPresent) throw Twice();
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            slot = new((int)reader.TokenStartIndex, 1);
            return true;
        }

        slot = Current(ref reader);
        return false;
    }

    private static void Take(ref Utf8JsonReader reader, ref JsonSlice slot)
    {
        if (slot.IsPresent) throw Twice();
        reader.Read();
        slot = Current(ref reader);
    }

    private static JsonSlice Current(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new(start, (int)reader.BytesConsumed - start);
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static JsonException Twice() => new("A member occurs twice.");

    private static EventKind Classify(ReadOnlySpan<byte> json, in EventMembers members)
    {
        if (members.Records.IsArray(json)) return IsDynamoDbStream(members.Records.In(json)) ? EventKind.DynamoDbStream : EventKind.Unknown;

        // Before the HTTP kinds: an authorizer's request looks like the request it is asked about.
        if ((members.Type.TextEquals(json, "REQUEST"u8) || members.Type.TextEquals(json, "TOKEN"u8)) &&
            (members.MethodArn.IsPresent || members.RouteArn.IsPresent))
        {
            return EventKind.AuthorizerRequest;
        }

        if (members.LoadBalancer.IsObject(json)) return members.HttpMethod.IsString(json) ? EventKind.LoadBalancer : EventKind.Unknown;
        if (members.Http.IsObject(json) && members.Version.TextEquals(json, "2.0"u8))
        {
            return members.DomainName.In(json).IndexOf(".lambda-url."u8) >= 0 ? EventKind.FunctionUrl : EventKind.HttpV2;
        }

        if (members.HttpMethod.IsString(json) && members.Path.IsString(json) && members.RequestContext.IsObject(json)) return EventKind.RestV1;

        // What a gateway sends has a context: no request can pass for what follows.
        if (members.RequestContext.IsPresent) return EventKind.Unknown;
        if (members.Job.IsPresent || Has(members.Detail, json, "job"u8)) return EventKind.Job;
        return IsWarmUp(json, in members) ? EventKind.WarmUp : EventKind.Unknown;
    }

    /// <summary>Whether the value is an object with such a member.</summary>
    private static bool Has(JsonSlice value, ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        if (!value.IsObject(json)) return false;
        var reader = new Utf8JsonReader(value.In(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name)) return true;
            Skip(ref reader);
        }

        return false;
    }

    private static bool IsWarmUp(ReadOnlySpan<byte> json, in EventMembers members) =>
        members.Warmer.IsTrue(json) || members.Source.TextEquals(json, "aws.events"u8) ||
        members.Source.TextEquals(json, "serverless-plugin-warmup"u8);

    private static bool IsDynamoDbStream(ReadOnlySpan<byte> records)
    {
        var reader = ItemJson.Reader(records);
        reader.Read();
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSource = reader.ValueTextEquals("eventSource"u8);
            reader.Read();
            if (isSource) return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("aws:dynamodb"u8);
            reader.Skip();
        }

        return false;
    }
}
