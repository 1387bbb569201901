using GeekCafe.Testing;

namespace GeekCafeNamespace.Tests;

/// <summary>Notes over HTTP, on a local DynamoDB with a table for these tests.</summary>
public sealed class NoteTests : IAsyncLifetime
{
    private TestApplication<GeekCafeTypeApplication> _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApplication<GeekCafeTypeApplication>.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_note_is_created_and_read()
    {
        var ann = _app.As("tenant-1", "ann");
        var created = await ann.PostAsync("/notes", """{"text":"Hello"}""");
        Assert.Equal(201, created.StatusCode);
        var read = await ann.GetAsync(created.Header("location")!);
        Assert.Equal("Hello", read.Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Another_tenant_does_not_see_it()
    {
        var created = await _app.As("tenant-1", "ann").PostAsync("/notes", """{"text":"Hello"}""");
        var foreign = await _app.As("tenant-2", "ann").GetAsync(created.Header("location")!);
        Assert.Equal(404, foreign.StatusCode);
    }
}
