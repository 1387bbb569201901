using System.Text.Json;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Lambda;

/// <summary>
/// Reads what an operation takes from a request, strictly: each value once, of its type, nothing unknown. The first thing that is wrong is
/// answered; of a body, everything that is.
/// </summary>
/// <remarks>Read all values, ask <see cref="IsRefused"/> once, and only then use them.</remarks>
/// <param name="context">The exchange.</param>
public sealed class OperationBinding(ApiContext context)
{
    private static readonly ServiceError NotAnObject = new(ErrorCode.InvalidFormat, "The body must be one JSON object.");
    private static readonly ServiceError BadIfMatch = new(ErrorCode.InvalidParameter, "If-Match must be * or one entity tag such as \"3\".");

    private ServiceError? _error;

    /// <summary>The key in the path.</summary>
    /// <param name="key">What the path says; null when a value there is not of its member's type.</param>
    public TKey Key<TKey>(TKey? key) where TKey : struct, IResourceKey
    {
        if (key is { IsValid: true } valid) return valid;
        _error ??= ResourceApi.NoKey;
        return default;
    }

    /// <summary>A value in the path.</summary>
    /// <param name="name">Its name in the route.</param>
    /// <param name="read">Reads it.</param>
    public T Route<T>(string name, ApiValueReader<T> read) => Read(context.Request.RouteValue(name) ?? "", name, read, "The path is not usable.");

    /// <summary>A query parameter that must be given.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads it.</param>
    public T Query<T>(string name, ApiValueReader<T> read)
    {
        if (QueryText(name) is { } text) return Read(text, name, read, "A query parameter is not usable.");
        _error ??= Problem(name, "is required", "A query parameter is missing.");
        return default!;
    }

    /// <summary>A query parameter that may be left out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="absent">Its value when it is left out.</param>
    public T Query<T>(string name, ApiValueReader<T> read, T absent) =>
        QueryText(name) is { } text ? Read(text, name, read, "A query parameter is not usable.") : absent;

    /// <summary>Which page of a list is wanted: the query parameters <c>limit</c>, <c>cursor</c> and <c>order</c>.</summary>
    /// <param name="descending">The order when the request names none.</param>
    public PageRequest Page(bool descending = false)
    {
        if (ResourceApi.PageOf(context.Request, descending).TryGet(out var page, out var error)) return page;
        _error ??= error;
        return default;
    }

    /// <summary>The version that <c>If-Match</c> demands; null when it demands none.</summary>
    public long? IfVersion()
    {
        if (context.Request.Header("if-match") is not { } header) return null;
        if (EntityTags.Parse(header) is { } tags && (tags.Any || tags.Count == 1)) return tags.Any ? null : tags.Single;
        _error ??= BadIfMatch;
        return null;
    }

    /// <summary>The body as a record, whose rules it keeps.</summary>
    public T Document<T>() where T : IDocument<T>
    {
        if (ReadDocument<T>(context.Request.Body.Span).TryGet(out var document, out var error)) return document;
        _error ??= error;
        return default!;
    }

    /// <summary>The body as a resource's input or patch; the service checks its rules.</summary>
    public T Input<T>() where T : class, IApiInput<T>
    {
        if (ReadInput<T>(context.Request.Body.Span).TryGet(out var input, out var error)) return input;
        _error ??= error;
        return default!;
    }

    /// <summary>Whether there is a body, for operations that can do without.</summary>
    public bool HasBody => !context.Request.Body.IsEmpty;

    /// <summary>Answers what is wrong with the request, if anything is.</summary>
    /// <param name="queries">The query parameters that the operation has.</param>
    public bool IsRefused(params ReadOnlySpan<string> queries)
    {
        var error = context.Request.RefuseUnknownQuery(queries) ?? _error;
        if (error is not null) context.WriteError(error);
        return error is not null;
    }

    /// <summary>Reads one object that makes up the whole text, and checks its rules.</summary>
    internal static ServiceResult<T> ReadDocument<T>(ReadOnlySpan<byte> json) where T : IDocument<T>
    {
        var errors = new ValidationErrors();
        try
        {
            var document = ApiReader.ReadRoot<T>(json, errors);
            if (errors.IsEmpty) document.Validate(errors, "");
            return errors.IsEmpty ? document : errors.ToError();
        }
        catch (JsonException)
        {
            return NotAnObject;
        }
    }

    internal static ServiceResult<T> ReadInput<T>(ReadOnlySpan<byte> json) where T : class, IApiInput<T>
    {
        var errors = new ValidationErrors();
        try
        {
            var input = ApiReader.ReadBody<T>(json, errors);
            return errors.IsEmpty ? input : errors.ToError();
        }
        catch (JsonException)
        {
            return NotAnObject;
        }
    }

    private string? QueryText(string name)
    {
        if (context.Request.QueryValue(name).TryGet(out var text, out var error)) return text;
        _error ??= error;
        return null;
    }

    private T Read<T>(string text, string name, ApiValueReader<T> read, string message)
    {
        var errors = new ValidationErrors();
        var value = ApiReader.ReadText(text, name, errors, read);
        if (!errors.IsEmpty) _error ??= new(ErrorCode.InvalidParameter, message) { Details = errors.ToError().Details };
        return value;
    }

    private static ServiceError Problem(string name, string problem, string message) =>
        new(ErrorCode.InvalidParameter, message) { Details = new Dictionary<string, string> { [name] = problem } };
}
