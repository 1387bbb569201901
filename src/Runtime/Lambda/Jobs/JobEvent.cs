using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// What an event asks for: <c>{"job":"analytics.recount","tenantId":"t1","input":{...}}</c>, by itself or as the <c>detail</c> of an event of EventBridge.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="TenantId">The tenant to work for.</param>
/// <param name="Input">The input; empty if there is none.</param>
internal readonly record struct JobEvent(string Job, string TenantId, ReadOnlyMemory<byte> Input)
{
    /// <summary>Reads it strictly: each member once, no others.</summary>
    /// <param name="source">An event of kind <see cref="EventKind.Job"/>.</param>
    /// <param name="problem">What is wrong with it, where the result is false.</param>
    /// <param name="read">What it says.</param>
    public static bool TryRead(LambdaEvent source, out JobEvent read, out string problem)
    {
        read = default;
        var json = source.Members.Job.IsPresent ? source.Json : source.Json.Slice(source.Members.Detail.Start, source.Members.Detail.Length);
        string? job = null, tenantId = null;
        ReadOnlyMemory<byte> input = default;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isJob, isTenant, isInput) = (reader.ValueTextEquals("job"u8), reader.ValueTextEquals("tenantId"u8), reader.ValueTextEquals("input"u8));
            reader.Read();
            if (isJob && job is null && reader.TokenType == JsonTokenType.String) job = reader.GetString();
            else if (isTenant && tenantId is null && reader.TokenType == JsonTokenType.String) tenantId = reader.GetString();
            else if (isInput && input.IsEmpty && reader.TokenType == JsonTokenType.StartObject) input = Take(ref reader, json);
            else return Fail(out problem);
        }

        if (job is null || !Identifier.IsValid(tenantId)) return Fail(out problem);
        problem = "";
        read = new(job, tenantId!, input);
        return true;
    }

    private static ReadOnlyMemory<byte> Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static bool Fail(out string problem)
    {
        problem = "The event of a job holds 'job', 'tenantId' and perhaps an object 'input', each once, and nothing else.";
        return false;
    }
}
