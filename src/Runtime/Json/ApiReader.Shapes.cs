using System.Runtime.InteropServices;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe.Json;

/// <content>Values of several kinds, converted values, free-form values.</content>
public ref partial struct ApiReader
{
    /// <summary>A reader that stands at an object which was kept for later.</summary>
    /// <param name="json">The object.</param>
    /// <param name="errors">Where problems are collected.</param>
    /// <param name="path">What comes before its members' names, such as <c>shape.</c>.</param>
    public ApiReader(JsonElement json, ValidationErrors errors, string path) : this(JsonMarshal.GetRawUtf8Value(json), errors)
    {
        _json.Read();
        _path = path;
    }

    /// <summary>
    /// Looks ahead, in the object that comes, for a member that tells which kind of record the object is. Empty if there is none of this type.
    /// Nothing is read.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <param name="isNumber">Whether its value is a number; otherwise it is a text.</param>
    public readonly ReadOnlySpan<byte> FindKind(ReadOnlySpan<byte> name, bool isNumber)
    {
        var ahead = this;
        if (ahead._json.TokenType != JsonTokenType.StartObject) return [];
        ahead._kindDepth = 0;
        while (ahead.NextMember())
        {
            if (!ahead.Is(name)) ahead._json.Skip();
            else if (isNumber) return ahead.IsNumber ? ahead._json.ValueSpan : [];
            else return ahead.ReadText8();
        }

        return [];
    }

    /// <summary>Reads the object that comes as a record of a kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="name">The member that named it.</param>
    public T ReadKind<T>(ReadOnlySpan<byte> name) where T : IDocument<T>
    {
        var outer = Enter();
        var around = StartKind(name);
        var document = T.ReadJson(ref this);
        EndKind(around);
        _path = outer;
        return document;
    }

    /// <summary>Reads the object that comes as the merge patch of a kind; paths of problems are those the reader began with.</summary>
    /// <typeparam name="T">The kind's patch.</typeparam>
    /// <param name="name">The member that named the kind.</param>
    public T ReadKindPatch<T>(ReadOnlySpan<byte> name) where T : class, IApiInput<T>
    {
        var around = StartKind(name);
        var patch = T.ReadJson(ref this);
        EndKind(around);
        return patch;
    }

    /// <summary>Reports an object that does not say which kind it is, or names one that is not known, and passes over it.</summary>
    /// <param name="name">The member that should name the kind.</param>
    /// <param name="kinds">The names of all kinds.</param>
    public T UnknownKind<T>(string name, string kinds)
    {
        if (!StartObject()) return default!;
        var outer = Enter();
        Errors.Add(_path + name, "must be one of " + kinds);
        _path = outer;
        _json.Skip();
        return default!;
    }

    /// <summary>Takes the object that comes as it is, for a patch that cannot be read before it is known what it changes.</summary>
    public JsonElement TakeObject() => JsonElement.ParseValue(ref _json);

    /// <summary>Makes a value of what a client sent for it; what it does not take is reported.</summary>
    public TValue Convert<TConverter, TValue, TStored>(ApiValueReader<TStored> readStored) where TConverter : IValueConverter<TValue, TStored> =>
        Convert(readStored, TConverter.FromStored);

    /// <summary>Makes a value of what a client sent for it; what it does not take is reported.</summary>
    public TValue Convert<TValue, TStored>(ApiValueReader<TStored> readStored, Func<TStored, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(readStored);
        ArgumentNullException.ThrowIfNull(make);
        var member = Name;
        var count = Errors.Count;
        var stored = readStored(ref this);
        Name = member;
        if (Errors.Count > count) return default!;
        try
        {
            return make(stored);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            Report("is not a valid value");
            return default!;
        }
    }

    /// <summary>Reads a value of any type; what could not be stored is reported.</summary>
    public JsonElement ReadJsonElement()
    {
        var value = JsonElement.ParseValue(ref _json);
        if (Problem(value) is { } problem) Report(problem);
        return value;
    }

    /// <summary>Why DynamoDB would not take a value, or null. <see cref="MaxDepth"/> holds for a body as a whole.</summary>
    private static string? Problem(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => ObjectProblem(value),
                JsonValueKind.Array => value.EnumerateArray().Select(Problem).FirstOrDefault(static problem => problem is not null),
                JsonValueKind.Number when !NumberText.Holds(JsonMarshal.GetRawUtf8Value(value)) => "must hold numbers of at most 38 digits and of usual size",
                JsonValueKind.String when value.GetString() is null => null,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return "must be well-formed Unicode";
        }
    }

    private static string? ObjectProblem(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name.Length == 0) return "must not hold an object with a member without name";
            if (!names.Add(member.Name)) return "must not hold an object with a member twice";
            if (Problem(member.Value) is { } problem) return problem;
        }

        return null;
    }

    private (int Depth, bool Seen, byte[] Name) StartKind(ReadOnlySpan<byte> name)
    {
        var around = (_kindDepth, _kindSeen, _kindDepth > 0 ? _kindName.ToArray() : []);
        (_kindDepth, _kindSeen) = (_json.CurrentDepth + 1, false);
        _kindName = name;
        return around;
    }

    private void EndKind((int Depth, bool Seen, byte[] Name) around)
    {
        (_kindDepth, _kindSeen) = (around.Depth, around.Seen);
        _kindName = around.Name;
    }

    /// <summary>Whether the member only names the kind of the object around it: it is then passed over, and its second occurrence reported.</summary>
    private bool IsKind()
    {
        if (_json.CurrentDepth != _kindDepth || !Is(_kindName)) return false;
        if (_kindSeen) Report("occurs more than once");
        _kindSeen = true;
        Skip();
        return true;
    }
}
