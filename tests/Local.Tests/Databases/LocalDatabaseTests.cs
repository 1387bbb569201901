using System.Net.Sockets;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Databases;

public sealed class LocalDatabaseTests
{
    [Theory]
    [InlineData("dynoxide")]
    [InlineData("DynamoDB Local")]
    public async Task A_table_is_created_with_its_index_and_deleted_again(string name)
    {
        var database = await Tables.StartAsync(name);
        await using var table = await LocalTable.CreateAsync(database, Tables.Definition);
        using (var put = await table.Transport.SendAsync(DynamoOperation.PutItem, Tables.Put(table.Name, "1"), default)) Assert.Null(put.Error);

        Assert.Equal(1, await Tables.CountAsync(table.Transport, table.Name));
        await table.DisposeAsync();
        using var gone = await table.Transport.SendAsync(DynamoOperation.DescribeTable, Tables.Json(new { TableName = table.Name }), default);
        Assert.Equal(DynamoErrorKind.NotFound, gone.Error!.Kind);
    }

    [Theory]
    [InlineData("dynoxide")]
    [InlineData("DynamoDB Local")]
    public async Task A_table_gets_the_indexes_it_lacks(string name)
    {
        var database = await Tables.StartAsync(name);
        await using var table = await LocalTable.CreateAsync(database, Tables.Definition with { Indexes = [] });
        using (var put = await table.Transport.SendAsync(DynamoOperation.PutItem, Tables.Put(table.Name, "1"), default)) Assert.Null(put.Error);

        await TableSetup.EnsureAsync(table.Transport, table.Name, Tables.Definition);
        await TableSetup.EnsureAsync(table.Transport, table.Name, Tables.Definition);

        Assert.Equal(1, await Tables.CountAsync(table.Transport, table.Name));
    }

    [Fact]
    public async Task A_table_with_other_keys_is_refused()
    {
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), Tables.Definition);

        var refused = await Assert.ThrowsAsync<LocalDatabaseException>(
            () => TableSetup.EnsureAsync(table.Transport, table.Name, Tables.Definition with { PartitionKey = "id" }));

        Assert.Contains("has the partition key pk (S); it should be id (S)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_in_a_file_survives_a_restart()
    {
        var file = Path.Combine(Path.GetTempPath(), $"geekcafe-{Guid.NewGuid():N}.db");
        await using (var first = await LocalDynamo.StartAsync(file))
        {
            await TableSetup.EnsureAsync(first.Transport, "kept", Tables.Definition);
            using var put = await first.Transport.SendAsync(DynamoOperation.PutItem, Tables.Put("kept", "1"), default);
            Assert.Null(put.Error);
        }

        await using (var second = await LocalDynamo.StartAsync(file))
        {
            await TableSetup.EnsureAsync(second.Transport, "kept", Tables.Definition);
            Assert.Equal(1, await Tables.CountAsync(second.Transport, "kept"));
        }

        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(left);
    }

    [Fact]
    public async Task A_disposed_database_no_longer_listens()
    {
        var database = await LocalDynamo.StartAsync();
        await database.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(database.Endpoint.Host, database.Endpoint.Port));
    }
}
