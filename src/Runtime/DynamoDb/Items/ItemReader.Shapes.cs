using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Values of several kinds, converted values, free-form values.</content>
public ref partial struct ItemReader
{
    /// <summary>
    /// Looks ahead, in the map that <see cref="StartMap"/> entered, for an attribute that tells which kind of record the map holds. Empty if
    /// there is none of this type. Nothing is read.
    /// </summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="tag"><c>S</c> or <c>N</c>.</param>
    public readonly ReadOnlySpan<byte> FindKind(ReadOnlySpan<byte> name, ReadOnlySpan<byte> tag)
    {
        var ahead = this;
        while (ahead.NextAttribute())
        {
            if (!ahead.Is(name)) ahead.Skip();
            else if (ahead._tag.SequenceEqual(tag)) return tag is [(byte)'N'] ? ahead.Number() : ahead.ReadText8();
            else break;
        }

        return [];
    }

    /// <summary>Reads the attributes of the map that <see cref="StartMap"/> entered as a record of this kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public T ReadKind<T>() where T : IDocument<T> => T.ReadItem(ref this);

    /// <summary>What to throw for a map that does not say which kind it is, or names one that is not known.</summary>
    /// <param name="type">The record all kinds derive from.</param>
    /// <param name="attribute">The attribute that should name the kind.</param>
    public static ItemFormatException UnknownKind(string type, string attribute) =>
        new($"The attribute '{attribute}' of a {type} is missing or names no kind of it.");

    /// <summary>Makes a value of what is stored for it.</summary>
    /// <exception cref="ItemFormatException">It does not take what is stored.</exception>
    public readonly TValue Convert<TConverter, TValue, TStored>(TStored stored) where TConverter : IValueConverter<TValue, TStored> =>
        Convert(stored, TConverter.FromStored);

    /// <summary>Makes a value of what is stored for it.</summary>
    /// <exception cref="ItemFormatException">It does not take what is stored.</exception>
    public readonly TValue Convert<TValue, TStored>(TStored stored, Func<TStored, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        try
        {
            return make(stored);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ItemFormatException($"Attribute '{Encoding.UTF8.GetString(Name)}' holds a value that {typeof(TValue).Name} does not take.");
        }
    }

    /// <summary>Reads a value of any type that JSON has: <c>M</c>, <c>L</c>, <c>S</c>, <c>N</c>, <c>BOOL</c> or <c>NULL</c>.</summary>
    /// <exception cref="ItemFormatException">It is, or holds, a set or bytes.</exception>
    public JsonElement ReadJsonElement()
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer)) CopyValue(json);
        var copy = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref copy);
    }

    private void CopyValue(Utf8JsonWriter json)
    {
        switch (_tag)
        {
            case [(byte)'S']:
                json.WriteStringValue(ReadString());
                break;
            case [(byte)'N']:
                json.WriteRawValue(Number());
                break;
            case [(byte)'B', (byte)'O', ..]:
                json.WriteBooleanValue(ReadBoolean());
                break;
            case [(byte)'N', (byte)'U', ..]:
                Skip();
                json.WriteNullValue();
                break;
            case [(byte)'L']:
                CopyList(json);
                break;
            case [(byte)'M']:
                CopyMap(json);
                break;
            default:
                throw Unfit("JSON");
        }
    }

    private void CopyList(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        Expect("L"u8);
        while (NextElement()) CopyValue(json);
        _json.Read();
        json.WriteEndArray();
    }

    private void CopyMap(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        StartMap();
        while (NextAttribute())
        {
            json.WritePropertyName(Name);
            CopyValue(json);
        }

        EndMap();
        json.WriteEndObject();
    }
}
