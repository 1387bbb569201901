using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>How far an export has come: the last key of each segment. Keys hold values of tenants, so keep it as you keep the export.</summary>
public sealed class ExportCheckpoint
{
    private readonly byte[]?[] _after;
    private readonly bool[] _isOver;

    internal ExportCheckpoint(int segments) => (_after, _isOver) = (new byte[]?[segments], new bool[segments]);

    private ExportCheckpoint(ExportCheckpoint other) => (_after, _isOver) = ([.. other._after], [.. other._isOver]);

    /// <summary>How many segments the export has; going on needs the same number.</summary>
    public int Segments => _after.Length;

    /// <summary>Whether nothing is left.</summary>
    public bool IsComplete => Array.TrueForAll(_isOver, static isOver => isOver);

    internal byte[]? After(int segment) => _after[segment];

    internal bool IsOver(int segment) => _isOver[segment];

    internal void Advance(int segment, byte[]? next) => (_after[segment], _isOver[segment]) = (next, next is null);

    internal ExportCheckpoint Copy() => new(this);

    /// <summary>The checkpoint as JSON, to be kept and given to <see cref="Parse"/>.</summary>
    public string ToJson()
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            for (var i = 0; i < _after.Length; i++)
            {
                if (_isOver[i]) json.WriteBooleanValue(true);
                else if (_after[i] is { } after) json.WriteRawValue(after);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ExportCheckpoint Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var segments = document.RootElement;
            if (segments.ValueKind != JsonValueKind.Array || segments.GetArrayLength() is 0 or > ScanOptions.MaxSegments) throw new FormatException("Not a checkpoint.");
            var checkpoint = new ExportCheckpoint(segments.GetArrayLength());
            for (var i = 0; i < checkpoint.Segments; i++)
            {
                if (segments[i].ValueKind == JsonValueKind.True) checkpoint.Advance(i, null);
                else if (segments[i].ValueKind == JsonValueKind.Object) checkpoint.Advance(i, Encoding.UTF8.GetBytes(segments[i].GetRawText()));
                else if (segments[i].ValueKind != JsonValueKind.Null) throw new FormatException("Not a checkpoint.");
            }

            return checkpoint;
        }
        catch (JsonException exception)
        {
            throw new FormatException("Not a checkpoint.", exception);
        }
    }

    /// <summary>Says that it is a checkpoint and nothing of it.</summary>
    public override string ToString() => nameof(ExportCheckpoint);
}
