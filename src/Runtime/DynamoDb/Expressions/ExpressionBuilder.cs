using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Writes conditions as an expression and collects what its placeholders stand for. Names and values are never part of the text, and each has one
/// placeholder however often it occurs. Dispose it; one owner, one thread.
/// </summary>
/// <param name="prefix">What placeholders begin with after <c>#</c> or <c>:</c>: must differ from others in the request.</param>
internal sealed class ExpressionBuilder(char prefix = 'f') : IDisposable
{
    /// <summary>The longest expression in bytes (developer guide, Quotas, Expression parameters: 4 KB).</summary>
    public const int MaxBytes = 4096;

    /// <summary>The most operators and functions of an expression (developer guide, Quotas, Expression parameters: 300).</summary>
    public const int MaxOperators = 300;

    /// <summary>The most operands of IN (developer guide, Quotas, Expression parameters: 100).</summary>
    public const int MaxOperands = 100;

    private readonly PooledBuffer _text = new(256);
    private readonly List<string> _names = [];
    private readonly List<byte[]> _values = [];
    private int _operators;
    private bool _hasTooManyOperands;

    /// <summary>The expression. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Expression => _text.WrittenSpan;

    /// <summary>Why DynamoDB would refuse the expression, or null.</summary>
    public ServiceError? Problem
    {
        get
        {
            if (_operators > MaxOperators) return TooLarge($"has {_operators} operators and functions; DynamoDB takes {MaxOperators}");
            if (_hasTooManyOperands) return TooLarge($"compares with more than {MaxOperands} values in one place; DynamoDB takes {MaxOperands}");
            return _text.Length > MaxBytes ? TooLarge($"is longer than {MaxBytes} bytes, the most DynamoDB takes") : null;
        }
    }

    /// <summary>Writes a condition; <see cref="Problem"/> says whether it is too much.</summary>
    public void Add(Condition condition)
    {
        _operators += condition.Operators;

        // What cannot be sent need not be written, and a condition this deep could exhaust the stack.
        if (_operators <= MaxOperators) condition.Write(this);
    }

    /// <summary>Writes a condition after AND.</summary>
    public void AddOperand(Condition condition)
    {
        _operators += condition.Operators + 1;
        if (_operators <= MaxOperators) condition.WriteAfterAnd(this);
    }

    /// <summary>Writes text that is ours, with so many operators and functions.</summary>
    public void Add(ReadOnlySpan<byte> text, int operators)
    {
        _operators += operators;
        _text.Write(text);
    }

    public void Text(ReadOnlySpan<byte> text) => _text.Write(text);

    public void Text(string text)
    {
        Encoding.UTF8.GetBytes(text, _text.GetSpan(text.Length));
        _text.Advance(text.Length);
    }

    /// <summary>Writes the placeholders of a path.</summary>
    public void Path(AttributePath path)
    {
        for (var i = 0; i < path.Names.Length; i++)
        {
            if (i > 0) _text.Write("."u8);
            var at = _names.IndexOf(path.Names[i]);
            if (at < 0)
            {
                at = _names.Count;
                _names.Add(path.Names[i]);
            }

            Write('#', at);
        }
    }

    /// <summary>Writes the placeholder of a value.</summary>
    /// <param name="value">An attribute value in DynamoDB's JSON, such as <c>{"N":"1"}</c>.</param>
    public void Value(byte[] value)
    {
        var at = _values.FindIndex(known => known.AsSpan().SequenceEqual(value));
        if (at < 0)
        {
            at = _values.Count;
            _values.Add(value);
        }

        Write(':', at);
    }

    /// <summary>Counts the operands of one IN.</summary>
    public void Operands(int count) => _hasTooManyOperands |= count > MaxOperands;

    /// <summary>Writes the members of ExpressionAttributeNames.</summary>
    public void WriteNames(Utf8JsonWriter json)
    {
        for (var i = 0; i < _names.Count; i++) json.WriteString($"#{prefix}{i}", _names[i]);
    }

    /// <summary>Writes the members of ExpressionAttributeValues.</summary>
    public void WriteValues(Utf8JsonWriter json)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            json.WritePropertyName($":{prefix}{i}");
            json.WriteRawValue(_values[i], skipInputValidation: true);
        }
    }

    /// <summary>Writes all that it says, the same for the same condition and for no other: for hashes.</summary>
    public void WriteIdentity(PooledBuffer identity)
    {
        // JSON's quotes keep the parts from running into each other.
        using var json = new Utf8JsonWriter(identity);
        json.WriteStartArray();
        json.WriteStringValue(Expression);
        foreach (var name in _names) json.WriteStringValue(name);
        foreach (var value in _values) json.WriteRawValue(value, skipInputValidation: true);
        json.WriteEndArray();
    }

    public override string ToString() => Encoding.UTF8.GetString(Expression);

    public void Dispose() => _text.Dispose();

    private void Write(char sign, int number)
    {
        var room = _text.GetSpan(16);
        (room[0], room[1]) = ((byte)sign, (byte)prefix);
        Utf8Formatter.TryFormat(number, room[2..], out var length);
        _text.Advance(2 + length);
    }

    private static ServiceError TooLarge(string problem) => new(ErrorCode.InvalidParameter, "The condition is too large.")
    {
        Details = new Dictionary<string, string> { ["filter"] = problem },
    };
}
