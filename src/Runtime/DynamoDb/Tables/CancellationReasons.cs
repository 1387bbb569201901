using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Why a transaction was cancelled: the JSON of each action's reason, in order.</summary>
internal readonly struct CancellationReasons
{
    private readonly ReadOnlyMemory<byte>[] _reasons;

    /// <summary>Finds the reasons in the body of the failure.</summary>
    /// <param name="body">The body. Used as long as this is.</param>
    /// <param name="count">How many actions there were.</param>
    public CancellationReasons(ReadOnlyMemory<byte> body, int count)
    {
        _reasons = new ReadOnlyMemory<byte>[count];
        if (body.IsEmpty) return;
        var json = ItemJson.Reader(body.Span);
        if (!ItemJson.MoveTo(ref json, "CancellationReasons"u8)) return;
        for (var i = 0; i < count && json.Read() && json.TokenType == JsonTokenType.StartObject; i++)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            _reasons[i] = body[start..(int)json.BytesConsumed];
        }
    }

    /// <summary>An action's reason, <c>{"Code":...}</c>, with the item it met where that was asked for. Empty when there is none.</summary>
    public ReadOnlyMemory<byte> this[int action] => _reasons[action];

    /// <summary>Whether the action's condition did not hold.</summary>
    public bool IsConditionFailed(int action) => Is(action, "ConditionalCheckFailed"u8);

    /// <summary>Whether an action's reason has this code.</summary>
    public bool Is(int action, ReadOnlySpan<byte> code)
    {
        if (_reasons[action].IsEmpty) return false;
        var json = ItemJson.Reader(_reasons[action].Span);
        return ItemJson.MoveTo(ref json, "Code"u8) && json.ValueTextEquals(code);
    }
}
