using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>Broken events: whatever arrives, the answer is one of the declared ones and nothing escapes.</summary>
public sealed class MutationTests
{
    private static readonly int[] Statuses = [200, 204, 400, 401, 403, 404, 405, 413, 415];

    [Fact]
    public async Task Ten_thousand_mutated_events()
    {
        var bed = new LambdaBed(static options => options.Cors = new() { Origins = ["https://app.example.com"] });
        using var worker = bed.Application.CreateWorker();
        using var output = new PooledBuffer();
        var originals = Originals();
        var random = new Random(20261123);
        for (var i = 0; i < 10_000; i++)
        {
            var original = originals[i % originals.Count];
            var mutated = Mutate(original, random);
            var outcome = await worker.HandleAsync(mutated, InvocationContext.None, output);
            if (outcome.ErrorType is { } type)
            {
                Assert.True(type is "Function.MalformedEvent" or "Function.UnsupportedEvent" or "Function.StreamsNotConfigured", $"{i}: {type} {bed.Log}");
                continue;
            }

            if (output.WrittenSpan.SequenceEqual("{\"warm\":true}"u8)) continue;
            var response = LambdaResponse.Parse(output.WrittenMemory);
            Assert.True(Statuses.Contains(response.StatusCode), $"{i}: {response.StatusCode} for {Encoding.UTF8.GetString(mutated)}");
        }

        Assert.Equal("", bed.Log);
    }

    private static List<byte[]> Originals()
    {
        var originals = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "lambda-events"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        foreach (var (method, path) in new[] { ("POST", "/events"), ("GET", "/events/%C3%A4"), ("PATCH", "/events/1"), ("DELETE", "/events/1"), ("GET", "/open/1") })
        {
            foreach (var request in new[] { LambdaEvents.HttpV2(method, path), LambdaEvents.RestV1(method, path), LambdaEvents.HttpV1(method, path) })
            {
                originals.Add(request.WithCaller("t1", "u1", "admin", "users").WithQuery("a", "b c").WithHeader("origin", "https://app.example.com").WithJson("{\"a\":\"\u00e4\"}").Build());
            }

            originals.Add(LambdaEvents.FunctionUrl(method, path).WithQuery("a", "%").WithJson("{}").Build());
            originals.Add(LambdaEvents.LoadBalancer(method, path, multiValue: true).WithQuery("a", "%").WithBody([1, 2, 3]).Build());
        }

        return originals;
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        switch (random.Next(6))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                for (var flips = random.Next(1, 5); flips > 0; flips--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                bytes[random.Next(bytes.Length)] = (byte)"{}[]\":,\\u0 tn%+/"[random.Next(16)];
                return bytes;
            case 3:
                // A stretch twice: doubled members, doubled braces.
                var start = random.Next(bytes.Length);
                var end = random.Next(start, Math.Min(bytes.Length, start + 200));
                return [.. bytes[..end], .. bytes[start..]];
            case 4:
                var from = random.Next(bytes.Length);
                return [.. bytes[..from], .. bytes[random.Next(from, Math.Min(bytes.Length, from + 200))..]];
            default:
                // A value of another type.
                var text = Encoding.UTF8.GetString(bytes);
                var colon = text.IndexOf(": \"", random.Next(text.Length), StringComparison.Ordinal);
                if (colon < 0) colon = text.IndexOf(":\"", StringComparison.Ordinal);
                if (colon < 0) return bytes;
                var close = text.IndexOf('"', text.IndexOf('"', colon) + 1);
                string[] others = ["null", "true", "7", "[]", "{}", "[\"x\"]", "\"\\ud800\"", "\"\\u0000\"", "\"%\"", "\"\""];
                return Encoding.UTF8.GetBytes($"{text[..colon]}:{others[random.Next(others.Length)]}{text[(close + 1)..]}");
        }
    }
}
