using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Aot.Features;

/// <summary>What the parts share: a caller, bodies as clients send them, answers as clients see them.</summary>
internal static class Check
{
    public static Caller Ann { get; } = Caller.FromVerified("t1", "ann", [], "request-1", deadline: null)!;

    /// <summary>Throws unless it holds.</summary>
    public static void That(bool holds, [CallerArgumentExpression(nameof(holds))] string text = "")
    {
        if (!holds) throw new InvalidOperationException(text);
    }

    /// <summary>Throws unless the two are equal.</summary>
    public static void Same<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string text = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new InvalidOperationException($"{text}: {actual} instead of {expected}");
    }

    /// <summary>Reads a body as the HTTP engine does; throws with what is wrong with it.</summary>
    public static T Read<T>(string body) where T : class, IApiInput<T>
    {
        var errors = new ValidationErrors();
        var input = ApiReader.ReadBody<T>(Encoding.UTF8.GetBytes(body), errors);
        return errors.IsEmpty ? input : throw new InvalidOperationException(string.Join("; ", errors.ToError().Details!));
    }

    /// <summary>What a client sees of a resource.</summary>
    private static string Shown<T>(T resource) where T : class, IResource<T>
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) resource.WriteJson(new ApiWriter(json));
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>
    /// Throws unless a client sees the same of both. Maps and sets have no order in DynamoDB, so none is compared, not of lists either: what is
    /// about the order of a list asks for it itself.
    /// </summary>
    public static void SameShown<T>(T expected, T actual) where T : class, IResource<T>
    {
        using var left = JsonDocument.Parse(Shown(expected));
        using var right = JsonDocument.Parse(Shown(actual));
        Same(Unordered(left.RootElement), Unordered(right.RootElement));
    }

    private static string Unordered(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().Select(static member => $"{member.Name}:{Unordered(member.Value)}").Order(StringComparer.Ordinal))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Unordered).Order(StringComparer.Ordinal))}]",
        _ => value.GetRawText(),
    };

    /// <summary>Whether a client sees at least these members with these values.</summary>
    public static bool Shows<T>(T resource, string body) where T : class, IResource<T>
    {
        using var shown = JsonDocument.Parse(Shown(resource));
        using var wanted = JsonDocument.Parse(body);
        return wanted.RootElement.EnumerateObject().All(member => shown.RootElement.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(value, member.Value));
    }
}
