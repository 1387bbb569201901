using System.Text;
using System.Text.Json;
using GeekCafe.Validation;

namespace GeekCafe.Json;

/// <summary>Reads the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate T ApiValueReader<out T>(ref ApiReader json);

/// <summary>
/// Reads what clients send, strictly: one object; each member at most once, by its exact name and type; no text for a number and no number
/// for a text; nothing unknown. What is wrong is collected in <see cref="Errors"/> under the member's path, never with the value, and reading
/// goes on so that the client learns of everything at once.
/// </summary>
public ref partial struct ApiReader
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaxDepth = 32;

    private Utf8JsonReader _json;
    private string _path = "";

    /// <summary>Whether the reader stands at the name of an entry, which is to be read as a value.</summary>
    private bool _isName;

    /// <summary>Whether that name is no JSON at all but a text from a path or a query, in which problems are those of a value.</summary>
    private bool _isPlain;
    // The member that names the kind of the object that is read, and how deep its members stand; 0 where kinds play no part.
    private ReadOnlySpan<byte> _kindName;
    private int _kindDepth;
    private bool _kindSeen;

    /// <summary>A reader over one JSON text.</summary>
    /// <param name="json">The body, in UTF-8.</param>
    /// <param name="errors">Where problems are collected.</param>
    public ApiReader(ReadOnlySpan<byte> json, ValidationErrors errors)
    {
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        Errors = errors;
    }

    /// <summary>What is wrong so far.</summary>
    public ValidationErrors Errors { get; }

    /// <summary>The name <see cref="NextMember"/> found, unescaped.</summary>
    public ReadOnlySpan<byte> Name { readonly get; private set; }

    /// <summary>Reads one object that makes up the whole text.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static T ReadBody<T>(ReadOnlySpan<byte> json, ValidationErrors errors) where T : class, IApiInput<T>
    {
        var reader = new ApiReader(json, errors);
        if (!reader._json.Read() || reader._json.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var input = T.ReadJson(ref reader);
        if (reader._json.Read()) throw new JsonException();
        return input;
    }

    /// <summary>Reads one object that makes up the whole text as a record.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static T ReadRoot<T>(ReadOnlySpan<byte> json, ValidationErrors errors) where T : IDocument<T>
    {
        var reader = new ApiReader(json, errors);
        if (!reader._json.Read() || reader._json.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var document = T.ReadJson(ref reader);
        if (reader._json.Read()) throw new JsonException();
        return document;
    }

    /// <summary>Reads a value from a text that is no JSON, such as a query parameter: as the names of entries of dictionaries are read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What problems are reported under.</param>
    /// <param name="errors">Where problems are collected.</param>
    /// <param name="read">Reads the value.</param>
    public static T ReadText<T>(string text, string name, ValidationErrors errors, ApiValueReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new ApiReader([], errors) { Name = Encoding.UTF8.GetBytes(text), _path = name, _isName = true, _isPlain = true };
        return read(ref reader);
    }

    /// <summary>Moves to the next member of the object; false at its end.</summary>
    public bool NextMember()
    {
        do
        {
            Read();
            if (_json.TokenType == JsonTokenType.EndObject) return false;
            Name = _json.ValueIsEscaped ? Unescaped() : _json.ValueSpan;
            Read();
        }
        while (_kindDepth > 0 && IsKind());

        return true;
    }

    /// <summary>Whether that is the member's name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    /// <summary>Whether this is the member's first occurrence; if not, that is reported and the value passed over.</summary>
    public bool First(ref MemberSet given, int member)
    {
        if (given.Add(member)) return true;
        Report("occurs more than once");
        Skip();
        return false;
    }

    /// <summary>Reports a member that does not exist and passes over its value.</summary>
    public void Unknown()
    {
        Report("is not a member of this resource, or cannot be written");
        Skip();
    }

    /// <summary>Reports a member that must be there and is not.</summary>
    public readonly void Missing(string name) => Errors.Add(_path + name, "is required");

    /// <summary>Passes over the value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Whether the value is a null; it is then read.</summary>
    public readonly bool TryReadNull() => _json.TokenType == JsonTokenType.Null;

    /// <summary>Reads a nested record; the default, with the problem reported, when the value is no object.</summary>
    public T ReadDocument<T>() where T : IDocument<T>
    {
        if (!StartObject()) return default!;
        var outer = Enter();
        var document = T.ReadJson(ref this);
        _path = outer;
        return document;
    }

    /// <summary>Reads a merge patch of a nested record; null, with the problem reported, when the value is no object.</summary>
    public T ReadPatch<T>() where T : class, IApiInput<T>
    {
        if (!StartObject()) return null!;
        var outer = Enter();
        var patch = T.ReadJson(ref this);
        _path = outer;
        return patch;
    }

    private bool StartObject() => _json.TokenType == JsonTokenType.StartObject || Wrong("must be an object", false);

    /// <summary>Paths of problems below begin with the current member's name.</summary>
    private string Enter()
    {
        var outer = _path;
        _path = $"{_path}{Encoding.UTF8.GetString(Name)}.";
        return outer;
    }

    private readonly void Report(string problem) =>
        Errors.Add(_isPlain ? _path : _path + Encoding.UTF8.GetString(Name), _isName && !_isPlain ? "has a name that " + problem : problem);

    private T Wrong<T>(string problem, T fallback)
    {
        Report(problem);
        if (!_isName) _json.Skip();
        return fallback;
    }

    private bool Read() => _json.Read();

    private readonly byte[] Unescaped()
    {
        try
        {
            return Encoding.UTF8.GetBytes(_json.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException();
        }
    }
}
