using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeekCafe.DynamoDb;

/// <summary>Expressions as people read them: names and values in the place of placeholders.</summary>
internal static partial class ExpressionText
{
    /// <summary>An expression of a request; null when it has none.</summary>
    public static string? Of(JsonElement request, string member)
    {
        if (!request.TryGetProperty(member, out var expression)) return null;
        request.TryGetProperty("ExpressionAttributeNames"u8, out var names);
        request.TryGetProperty("ExpressionAttributeValues"u8, out var values);
        return Placeholder().Replace(expression.GetString()!, found =>
        {
            if (found.ValueSpan[0] == '#') return names.ValueKind == JsonValueKind.Object && names.TryGetProperty(found.Value, out var name) ? name.GetString()! : found.Value;
            return values.ValueKind == JsonValueKind.Object && values.TryGetProperty(found.Value, out var value) ? Text(value) : found.Value;
        });
    }

    /// <summary>The value of the first equality of a key condition, and its attribute; null when there is none.</summary>
    public static (string Attribute, string Value)? Partition(JsonElement request)
    {
        var condition = request.GetProperty("KeyConditionExpression"u8).GetString()!;
        var equality = Equality().Match(condition);
        if (!equality.Success) return null;
        var attribute = request.TryGetProperty("ExpressionAttributeNames"u8, out var names) && names.TryGetProperty(equality.Groups[1].Value, out var name)
            ? name.GetString()! : equality.Groups[1].Value;
        return request.GetProperty("ExpressionAttributeValues"u8).TryGetProperty(equality.Groups[2].Value, out var value) ? (attribute, Text(value)) : null;
    }

    /// <summary>The prefix of a key condition's <c>begins_with</c>, and its attribute; null when there is none.</summary>
    public static (string Attribute, string Value)? Prefix(JsonElement request)
    {
        var call = BeginsWith().Match(request.GetProperty("KeyConditionExpression"u8).GetString()!);
        if (!call.Success) return null;
        var attribute = request.TryGetProperty("ExpressionAttributeNames"u8, out var names) && names.TryGetProperty(call.Groups[1].Value, out var name)
            ? name.GetString()! : call.Groups[1].Value;
        return request.GetProperty("ExpressionAttributeValues"u8).TryGetProperty(call.Groups[2].Value, out var value) &&
            value.TryGetProperty("S"u8, out var text) ? (attribute, text.GetString()!) : null;
    }

    /// <summary>A value as <c>"text"</c> or <c>1</c>; anything larger as DynamoDB's JSON.</summary>
    public static string Text(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            return member.Name switch
            {
                "S" => $"\"{member.Value.GetString()}\"",
                "N" => member.Value.GetString()!,
                "BOOL" => member.Value.GetBoolean() ? "true" : "false",
                _ => value.GetRawText(),
            };
        }

        return value.GetRawText();
    }

    [GeneratedRegex("[#:][A-Za-z0-9_]+")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(#?[A-Za-z0-9_]+)\\s*=\\s*(:[A-Za-z0-9_]+)")]
    private static partial Regex Equality();

    [GeneratedRegex("begins_with\\(\\s*(#?[A-Za-z0-9_]+)\\s*,\\s*(:[A-Za-z0-9_]+)\\s*\\)")]
    private static partial Regex BeginsWith();
}
