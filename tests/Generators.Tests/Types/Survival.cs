using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>Whether records come back from where they went.</summary>
public static class Survival
{
    private static readonly string[] System = ["id", "tenantId", "version", "createdAt", "createdBy", "updatedAt", "updatedBy"];

    public static void OnTheWire<T>(T[] things) where T : class, IResource<T>
    {
        foreach (var thing in things.Select(RoundTrip.Stored)) AssertSame(thing, RoundTrip.ThroughItem(thing));
    }

    public static void InTheSdk<T>(T[] things) where T : class, IResource<T>
    {
        foreach (var thing in things.Select(RoundTrip.Stored)) AssertSame(thing, AttributeMap.To<T>(AttributeMap.From(thing)));
    }

    public static void InTheApi<TSelf, TKey, TInput, TPatch>(TSelf[] things)
        where TSelf : class, IResource<TSelf, TKey, TInput, TPatch> where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput> where TPatch : class, IApiInput<TPatch>
    {
        foreach (var thing in things.Select(RoundTrip.Stored))
        {
            var json = JsonNode.Parse(RoundTrip.ApiJson(thing))!.AsObject();
            foreach (var member in System) json.Remove(member);
            AssertSame(thing, RoundTrip.Stored(RoundTrip.Created<TSelf, TKey, TInput, TPatch>(json.ToJsonString())));

            // As a patch it changes a record of other values into this one. Objects are merged, which has tests of its own.
            if (json["plain"] is JsonObject) continue;
            var other = things.Select(RoundTrip.Stored).Last();
            var patched = RoundTrip.Patched<TSelf, TKey, TInput, TPatch>(other, json.ToJsonString());
            Assert.Equal(Shown(Value(thing, "Plain")), Shown(Value(patched, "Plain")));
        }
    }

    public static async Task StoredAsync<TSelf, TKey, TInput, TPatch>(TSelf[] things, ResourceService<TSelf, TKey, TInput, TPatch> service)
        where TSelf : class, IResource<TSelf, TKey, TInput, TPatch> where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput> where TPatch : class, IApiInput<TPatch>
    {
        var caller = Callers.User("t1", "ann");
        foreach (var thing in things)
        {
            var json = JsonNode.Parse(RoundTrip.ApiJson(RoundTrip.Stored(thing)))!.AsObject();
            foreach (var member in System) json.Remove(member);
            var created = (await service.CreateAsync(caller, RoundTrip.Sent<TInput>(json.ToJsonString()))).Data;
            AssertSame(created, (await service.GetAsync(caller, created.Key)).Data);
            Assert.Equal(Shown(Value(thing, "Plain")), Shown(Value(created, "Plain")));
        }
    }

    /// <summary>A value as text that is the same for equal content: sets and dictionaries in order, bytes by content.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        byte[] bytes => Convert.ToHexString(bytes),
        Memory<byte> bytes => Convert.ToHexString(bytes.Span),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        Uri address => address.OriginalString,
        DateTime or DateTimeOffset or TimeOnly or DateOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => Shown(many),
        _ when value.GetType() is { Name: "KeyValuePair`2" } => $"{Shown(Value(value, "Key"))}: {Shown(Value(value, "Value"))}",
        _ when value.GetType().GetMethod("<Clone>$") is not null => string.Join("\n", value.GetType().GetProperties()
            .Where(static property => property.Name is not ("EqualityContract" or "Version" or "UpdatedAt")).Select(property => $"{property.Name} = {Shown(property.GetValue(value))}")),
        _ => value.ToString()!,
    };

    private static string Shown(IEnumerable many)
    {
        var elements = many.Cast<object?>().Select(Shown).ToList();
        var hasOrder = many is IList && !many.GetType().Name.Contains("Set", StringComparison.Ordinal);
        return $"[{string.Join(", ", hasOrder ? elements : elements.Order(StringComparer.Ordinal))}]";
    }

    private static void AssertSame(object expected, object actual) => Assert.Equal(Shown(expected), Shown(actual));

    private static object? Value(object owner, string name) => owner.GetType().GetProperty(name)!.GetValue(owner);
}
