using System.Text.Json;
using GeekCafe.Json;

namespace GeekCafe.Lambda;

/// <content>Batches.</content>
public sealed partial class ResourceApi<TResource, TKey, TInput, TPatch>
{
    /// <summary><c>POST /{resources}/batch-get</c> <c>{"ids":[...]}</c>: 200 with a result for each id, in order.</summary>
    public async ValueTask BatchGetAsync(ApiContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (idKey is null) throw new InvalidOperationException("This resource's key is not one text: it has no batch-get.");
        if (!BatchBody.Ids(context.Request.Body.Span).TryGet(out var ids, out var error))
        {
            context.WriteError(error);
            return;
        }

        var results = await service.BatchGetAsync(context.Caller, ids.ConvertAll(id => idKey(id)), context.CancellationToken).ConfigureAwait(false);
        Answer(context, 200, results);
    }

    /// <summary><c>POST /{resources}/batch</c> <c>{"items":[...]}</c>: 200 with a result for each item, in order. Each is created or not by itself.</summary>
    public async ValueTask BatchCreateAsync(ApiContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!BatchBody.Entries(context.Request.Body.Span, "items"u8).TryGet(out var entries, out var error))
        {
            context.WriteError(error);
            return;
        }

        var results = new ServiceResult<TResource>[entries.Count];
        var inputs = new List<TInput>(entries.Count);
        var positions = new List<int>(entries.Count);
        for (var i = 0; i < results.Length; i++)
        {
            if (OperationBinding.ReadInput<TInput>(context.Request.Body.Span[entries[i]]).TryGet(out var input, out error))
            {
                inputs.Add(input);
                positions.Add(i);
            }
            else
            {
                results[i] = error;
            }
        }

        var created = await service.BatchCreateAsync(context.Caller, inputs, context.CancellationToken).ConfigureAwait(false);
        for (var i = 0; i < created.Count; i++) results[positions[i]] = created[i];
        Answer(context, 201, results);
    }

    private static void Answer(ApiContext context, int status, IReadOnlyList<ServiceResult<TResource>> results)
    {
        var json = context.Response.BeginJson();
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var result in results)
        {
            json.WriteStartObject();
            if (result.TryGet(out var resource, out var error))
            {
                json.WriteNumber("status"u8, status);
                json.WritePropertyName("data"u8);
                resource.WriteJson(new ApiWriter(json));
            }
            else
            {
                Write(json, error);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ServiceError error)
    {
        json.WriteNumber("status"u8, error.Code.HttpStatus());
        json.WriteString("error"u8, error.Message);
        json.WriteString("errorCode"u8, error.Code.WireName());
        if (error.Details.Count == 0) return;
        json.WriteStartObject("details"u8);
        foreach (var (member, problem) in error.Details) json.WriteString(member, problem);
        json.WriteEndObject();
    }
}
