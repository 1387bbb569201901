using System.Runtime.InteropServices;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Kinds of records, free-form values, and how deep they nest.</content>
public readonly ref partial struct ItemWriter
{
    /// <summary>
    /// How deep lists and maps nest in an attribute (developer guide, Quotas: nested attributes up to 32 levels deep). The value in the innermost is
    /// a level as well, and DynamoDB Local counts it even where that is empty.
    /// </summary>
    public const int MaxDepth = 31;

    /// <summary>A number that is digits by construction: <c>N</c>.</summary>
    public void Number8(ReadOnlySpan<byte> digits) => Scalar("N"u8, digits);

    /// <summary>
    /// A free-form value: objects as <c>M</c>, arrays as <c>L</c>, and <c>S</c>, <c>N</c>, <c>BOOL</c>, <c>NULL</c>. Numbers are written digit by
    /// digit, as they came.
    /// </summary>
    /// <exception cref="ItemFormatException">
    /// It nests too deep, an object has a member twice or one without a name, a number has more than 38 digits or is out of range, or there is
    /// no value at all.
    /// </exception>
    public void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Members(value);
                break;
            case JsonValueKind.Array:
                List(value.EnumerateArray(), static (item, element) => item.Value(element));
                break;
            case JsonValueKind.String:
                Value(TextOf(value));
                break;
            case JsonValueKind.Number:
                var digits = JsonMarshal.GetRawUtf8Value(value);
                if (!NumberText.Holds(digits)) throw new ItemFormatException("A number has more than 38 digits or is outside DynamoDB's range of 1E-130 to 9.99E+125.");
                Scalar("N"u8, digits);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Value(value.GetBoolean());
                break;
            case JsonValueKind.Null:
                Null();
                break;
            default:
                throw new ItemFormatException("A JsonElement has no value.");
        }
    }

    private void Members(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        StartMap();
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            if (!names.Add(name)) throw new ItemFormatException("An object in a JsonElement has a member twice.");
            Name(name).Value(member.Value);
        }

        EndMap();
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw HalfPair();
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw HalfPair();
        }
    }

    private static ItemFormatException HalfPair() => new("A text in a JsonElement is not well-formed Unicode.");

    /// <summary>A level of DynamoDB's is two of JSON's: <c>{"M":{</c>.</summary>
    private void CheckDepth()
    {
        if (Json.CurrentDepth - _start >= 2 * MaxDepth) throw new ItemFormatException("A value nests deeper than DynamoDB's 32 levels.");
    }
}
