using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Scans, for <see cref="TableScan"/> and <see cref="TableExport"/> alone: services have no way to them.</content>
public sealed partial class DynamoTable
{
    internal async ValueTask<ServiceResult<ScanPage>> ScanAsync(ResourceDefinition? type, string? tenantId, ScanOptions options, int segment, byte[]? after, TableCall call)
    {
        using var request = ScanRequest.Write(Name, type, tenantId, options, segment, after);
        var reply = await SendAsync(DynamoOperation.Scan, request, call).ConfigureAwait(false);
        try
        {
            if (reply.Error is null) return ScanPage.Read(reply);
            using (reply) return DynamoFailures.Explain(reply.Error, isWrite: false);
        }
        catch (JsonException)
        {
            reply.Dispose();
            return DynamoFailures.Unavailable;
        }
    }
}
