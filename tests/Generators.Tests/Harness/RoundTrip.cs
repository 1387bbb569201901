using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>Ways through generated code, for use inside <see cref="Program"/>.</summary>
public static class RoundTrip
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static readonly Caller Anna = Caller.ForSystem("acme", "test", "anna");

    /// <summary>A person, as the claims reader makes him.</summary>
    public static Caller User(string id, params string[] roles) => (Caller)typeof(Caller)
        .GetMethod("FromVerified", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
        .Invoke(null, ["acme", id, roles, "", null, null])!;

    /// <summary>The record with identity and audit members that a service would give it.</summary>
    public static T Stored<T>(T resource) where T : class, IResource<T> =>
        resource.WithSystem(new SystemMembers("id-1", "acme", 1, Now, "anna", Now, "anna"));

    /// <summary>The item as DynamoDB's JSON.</summary>
    public static string ItemJson<T>(T resource) where T : class, IResource<T> => Write(json =>
    {
        json.WriteStartObject();
        resource.WriteItem(new ItemWriter(json));
        json.WriteEndObject();
    });

    public static T ReadItem<T>(string json) where T : class, IResource<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var item = new ItemReader(reader);
        return T.ReadItem(ref item);
    }

    /// <summary>Written and read again.</summary>
    public static T ThroughItem<T>(T resource) where T : class, IResource<T> => ReadItem<T>(ItemJson(resource));

    /// <summary>One attribute of the item as JSON, or null.</summary>
    public static string? Attribute<T>(T resource, string name) where T : class, IResource<T>
    {
        using var document = JsonDocument.Parse(ItemJson(resource));
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;
    }

    public static string ApiJson<T>(T resource) where T : class, IResource<T> => Write(json => resource.WriteJson(new ApiWriter(json)));

    /// <summary>One member as the API shows it, or null.</summary>
    public static string? Member<T>(T resource, string name) where T : class, IResource<T>
    {
        using var document = JsonDocument.Parse(ApiJson(resource));
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;
    }

    /// <summary>What a client sent, which must be fine.</summary>
    public static T Sent<T>(string json) where T : class, IApiInput<T>
    {
        var errors = new ValidationErrors();
        var input = ApiReader.ReadBody<T>(Encoding.UTF8.GetBytes(json), errors);
        Assert.True(errors.IsEmpty, errors.IsEmpty ? "" : string.Join("; ", errors.ToError().Details));
        return input;
    }

    /// <summary>What is wrong with what a client sent, as <c>member: problem</c>.</summary>
    public static string Faults<T>(string json) where T : class, IApiInput<T>
    {
        var errors = new ValidationErrors();
        ApiReader.ReadBody<T>(Encoding.UTF8.GetBytes(json), errors);
        return Shown(errors);
    }

    /// <summary>What declared rules find wrong with a record.</summary>
    public static string Broken<T>(T resource) where T : class, IResource<T>
    {
        var errors = new ValidationErrors();
        resource.Validate(errors);
        return Shown(errors);
    }

    public static TSelf Created<TSelf, TKey, TInput, TPatch>(string json)
        where TSelf : class, IResource<TSelf, TKey, TInput, TPatch> where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput> where TPatch : class, IApiInput<TPatch> => TSelf.Create(Sent<TInput>(json), Anna, Now);

    public static TSelf Patched<TSelf, TKey, TInput, TPatch>(TSelf resource, string json)
        where TSelf : class, IResource<TSelf, TKey, TInput, TPatch> where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput> where TPatch : class, IApiInput<TPatch>
    {
        var errors = new ValidationErrors();
        var patched = resource.Apply(Sent<TPatch>(json), errors);
        Assert.True(errors.IsEmpty, Shown(errors));
        return patched;
    }

    public static TSelf Replaced<TSelf, TKey, TInput, TPatch>(TSelf resource, string json)
        where TSelf : class, IResource<TSelf, TKey, TInput, TPatch> where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput> where TPatch : class, IApiInput<TPatch> => resource.Replace(Sent<TInput>(json));

    public static bool Allows<T>(T resource, Operation operation, Caller caller) where T : class, IResource<T> => T.IsAllowed(caller, operation, resource);

    private static string Shown(ValidationErrors errors) =>
        errors.IsEmpty ? "" : string.Join("; ", errors.ToError().Details.Select(static detail => $"{detail.Key}: {detail.Value}"));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
