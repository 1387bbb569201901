using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Databases;

public sealed class TransportTests
{
    private static async Task<DynamoError?> Put(IDynamoTransport transport, LocalTable table, string id)
    {
        using var reply = await transport.SendAsync(DynamoOperation.PutItem, Tables.Put(table.Name, id), default);
        return reply.Error;
    }

    [Fact]
    public async Task Recording_tells_operations_indexes_and_items_read()
    {
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), Tables.Definition);
        var recording = new RecordingTransport(table.Transport);
        await Put(recording, table, "1");
        await Put(recording, table, "2");
        await Tables.CountAsync(recording, table.Name);

        Assert.Equal([DynamoOperation.PutItem, DynamoOperation.PutItem, DynamoOperation.Query], recording.Operations);
        Assert.Equal("gsi1", recording.Requests[2].Index);
        Assert.Equal(2, recording.ItemsRead);
        recording.Clear();
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task A_lost_answer_was_applied_and_a_lost_request_was_not()
    {
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), Tables.Definition);
        var faults = new FaultTransport(table.Transport)
            .Next(DynamoOperation.PutItem, Faults.LoseRequest)
            .Next(DynamoOperation.PutItem, Faults.LoseAnswer);

        Assert.True((await Put(faults, table, "1"))!.MayHaveBeenApplied);
        Assert.Equal(0, await Tables.CountAsync(faults, table.Name));
        Assert.True((await Put(faults, table, "1"))!.MayHaveBeenApplied);
        Assert.Equal(1, await Tables.CountAsync(faults, table.Name));
        Assert.Equal(0, faults.Pending);
    }

    [Fact]
    public async Task Faults_come_as_often_and_as_late_as_scripted()
    {
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), Tables.Definition);
        var faults = new FaultTransport(table.Transport).Next(DynamoOperation.PutItem, Faults.Throttle, times: 2, after: 1);

        Assert.Null(await Put(faults, table, "1"));
        Assert.Equal(DynamoErrorKind.Throttled, (await Put(faults, table, "2"))!.Kind);
        Assert.Equal(DynamoErrorKind.Throttled, (await Put(faults, table, "2"))!.Kind);
        Assert.Null(await Put(faults, table, "2"));
        Assert.Equal(2, await Tables.CountAsync(faults, table.Name));
    }
}
