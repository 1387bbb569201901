using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>A value of a PartiQL statement.</summary>
public readonly struct StatementValue
{
    private readonly Action<ItemWriter>? _write;

    private StatementValue(Action<ItemWriter> write) => _write = write;

    /// <summary>A text.</summary>
    public static implicit operator StatementValue(string value) => new(item => item.Value(value));

    /// <summary>A whole number.</summary>
    public static implicit operator StatementValue(long value) => new(item => item.Value(value));

    /// <summary>A number.</summary>
    public static implicit operator StatementValue(decimal value) => new(item => item.Value(value));

    /// <summary>A truth value.</summary>
    public static implicit operator StatementValue(bool value) => new(item => item.Value(value));

    /// <summary>A time.</summary>
    public static implicit operator StatementValue(DateTimeOffset value) => new(item => item.Value(value));

    internal void Write(Utf8JsonWriter json) => (_write ?? throw new ArgumentException("A value is not set.")).Invoke(new ItemWriter(json));
}
