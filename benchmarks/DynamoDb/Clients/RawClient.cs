using System.Text;

namespace GeekCafe.Benchmarks;

/// <summary>The limit: the same bytes to and fro through HttpClient, unsigned, unread.</summary>
internal sealed class RawClient(Uri url) : IClient, IDisposable
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(
        $$"""{"TableName":"{{CannedItem.Table}}","Key":{"pk":{"S":"TENANT#{{CannedItem.Tenant}}"},"sk":{"S":"MEETUP#{{CannedItem.Id(0)}}"} } }""");

    private static readonly byte[] Item = Encoding.UTF8.GetBytes($$"""{"TableName":"{{CannedItem.Table}}","Item":{{CannedItem.Json(0)}}}""");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, ActivityHeadersPropagator = null });
    private readonly byte[] _received = new byte[256 * 1024];

    public string Name => "unsigned HttpClient";

    public async Task<string> GetAsync() => await ExchangeAsync("DynamoDB_20120810.GetItem", Key) > 0 ? "" : throw new IOException();

    public async Task<string> PutAsync() => await ExchangeAsync("DynamoDB_20120810.PutItem", Item) > 0 ? "" : throw new IOException();

    public Task<int> QueryAsync() => ExchangeAsync("DynamoDB_20120810.Query", Key);

    public void Dispose() => _http.Dispose();

    private async Task<int> ExchangeAsync(string target, byte[] request)
    {
        using var body = new ByteArrayContent(request);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var response = await _http.SendAsync(message, default);
        var stream = response.Content.ReadAsStream();
        var length = 0;
        for (int read; (read = await stream.ReadAsync(_received.AsMemory(length))) > 0;) length += read;
        return length;
    }
}
