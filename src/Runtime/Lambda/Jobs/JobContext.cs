using System.Text.Json;
using GeekCafe.Json;

namespace GeekCafe.Lambda;

/// <summary>One run of a job: for whom, with what, and what came of it. Belongs to one invocation; never keep it.</summary>
public sealed class JobContext
{
    private readonly ReadOnlyMemory<byte> _input;
    private readonly PooledBuffer _output;

    internal JobContext(Caller caller, ReadOnlyMemory<byte> input, PooledBuffer output, CancellationToken cancellationToken) =>
        (Caller, _input, _output, CancellationToken) = (caller, input, output, cancellationToken);

    /// <summary>Background work of the event's tenant.</summary>
    public Caller Caller { get; }

    /// <summary>Ends shortly before the invocation does.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether the event has an input.</summary>
    public bool HasInput => !_input.IsEmpty;

    /// <summary>Why the job failed; null if it did not, or not yet.</summary>
    public ServiceError? Error { get; private set; }

    /// <summary>The input, whose rules it keeps. If it does not, the job has failed: look at <see cref="Error"/>.</summary>
    public T Input<T>() where T : IDocument<T>
    {
        if (OperationBinding.ReadDocument<T>(_input.Span).TryGet(out var input, out var error)) return input;
        Error = error;
        return default!;
    }

    /// <summary>Answers with a resource, or fails.</summary>
    public void Resource<T>(ServiceResult<T> result) where T : class, IResource<T>
    {
        if (Succeeds(result, out var resource)) Write(resource, static (json, value) => value.WriteJson(json));
    }

    /// <summary>Answers with a resource as it was written, or fails.</summary>
    public void Updated<T>(ServiceResult<UpdateResult<T>> result) where T : class, IResource<T>
    {
        if (Succeeds(result, out var update)) Write(update.After, static (json, value) => value.WriteJson(json));
    }

    /// <summary>Answers with a record, or fails.</summary>
    public void Document<T>(ServiceResult<T> result) where T : IDocument<T>
    {
        if (Succeeds(result, out var document)) Write(document, static (json, value) => json.Document(value));
    }

    /// <summary>Answers with an empty object, or fails.</summary>
    public void Nothing(ServiceResult<NoContent> result)
    {
        if (Succeeds(result, out _)) _output.Write("{}"u8);
    }

    private bool Succeeds<T>(ServiceResult<T> result, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T data)
    {
        var isSuccess = result.TryGet(out data, out var error);
        Error = error;
        return isSuccess;
    }

    private void Write<T>(T value, ApiValueWriter<T> write)
    {
        using var json = new Utf8JsonWriter(_output);
        write(new ApiWriter(json), value);
    }
}
