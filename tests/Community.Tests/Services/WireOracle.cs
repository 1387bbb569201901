using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Services;

/// <summary>Reads every request as the database does and finds what does not belong to the tenant it was sent for.</summary>
internal static class WireOracle
{
    private static readonly HashSet<DynamoOperation> Needed =
    [
        DynamoOperation.GetItem, DynamoOperation.PutItem, DynamoOperation.UpdateItem, DynamoOperation.Query, DynamoOperation.BatchGetItem, DynamoOperation.BatchWriteItem,
    ];

    /// <summary>Checks requests sent for a tenant.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="foreign">Texts of other tenants that must not be anywhere.</param>
    public static void Check(IEnumerable<RecordedRequest> requests, string tenant, params IEnumerable<string> foreign)
    {
        foreach (var request in requests)
        {
            Assert.Contains(request.Operation, Needed);
            var texts = Texts(request.Body).ToList();
            Assert.Contains(texts, text => IsOf(text, tenant));
            foreach (var text in texts)
            {
                if (text.StartsWith("TENANT#", StringComparison.Ordinal)) Assert.True(IsOf(text, tenant), $"{tenant} asked for {text}");
                foreach (var canary in foreign) Assert.DoesNotContain(canary, text, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsOf(string key, string tenant) => key == $"TENANT#{tenant}" || key.StartsWith($"TENANT#{tenant}#", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(static member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
