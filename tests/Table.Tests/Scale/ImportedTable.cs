using System.Buffers;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Scale;

/// <summary>
/// A table that is full from the start: its items are written in the format DynamoDB exports to S3, and the embedded database imports them. What
/// a million puts would take minutes for takes seconds, and the items are byte for byte what the runtime writes.
/// </summary>
public sealed class ImportedTable : IAsyncDisposable
{
    private const string Name = "imported";
    private readonly DirectoryInfo _folder;
    private readonly LocalDatabase _database;
    private readonly byte[] _cursorKey = RandomNumberGenerator.GetBytes(32);

    private ImportedTable(DirectoryInfo folder, LocalDatabase database)
    {
        (_folder, _database) = (folder, database);
        Wire = new(database.Transport);
        Environment = new ServiceEnvironment { Client = new DynamoClient(Wire, TimeProvider.System), TableName = Name, CursorKeys = [_cursorKey] };
    }

    /// <summary>Everything services asked for.</summary>
    public RecordingTransport Wire { get; }

    /// <summary>What services need.</summary>
    public ServiceEnvironment Environment { get; }

    /// <summary>Makes a table with these items.</summary>
    public static Task<ImportedTable> CreateAsync(TableDefinition definition, Action<Action<Action<ItemWriter>>> items) =>
        ImportAsync(definition, file => Write(file, items));

    /// <summary>Makes a table of what was exported.</summary>
    public static async Task<ImportedTable> ImportAsync(TableDefinition definition, Action<Stream> write)
    {
        var folder = Directory.CreateTempSubdirectory("geekcafe-scale-");
        var data = folder.CreateSubdirectory($"export/{Name}/data");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "schema.json"), await SchemaAsync(definition));
        await using (var file = new GZipStream(File.Create(Path.Combine(data.FullName, "part.json.gz")), CompressionLevel.Fastest))
        {
            write(file);
        }

        var database = Path.Combine(folder.FullName, "table.db");
        using var import = Process.Start(new ProcessStartInfo(await LocalDynamo.InstallAsync(),
            ["import", "--source", Path.Combine(folder.FullName, "export"), "--schema", Path.Combine(folder.FullName, "schema.json"), "--output", database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = import.StandardOutput.ReadToEndAsync();
        var said = await import.StandardError.ReadToEndAsync() + await output;
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, said);
        return new ImportedTable(folder, await LocalDynamo.StartAsync(database));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void Write(Stream file, Action<Action<Action<ItemWriter>>> items)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(line);
        items(write =>
        {
            json.WriteStartObject();
            json.WriteStartObject("Item"u8);
            write(new ItemWriter(json));
            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
            line.Write("\n"u8);
            file.Write(line.WrittenSpan);
            line.ResetWrittenCount();
            json.Reset();
        });
    }

    /// <summary>What DescribeTable says of an empty table with the definition.</summary>
    private static async Task<byte[]> SchemaAsync(TableDefinition definition)
    {
        var database = await LocalDynamo.SharedAsync();
        await using var empty = await LocalTable.CreateAsync(database, definition);
        using var reply = await database.Transport.SendAsync(DynamoOperation.DescribeTable, JsonSerializer.SerializeToUtf8Bytes(new { TableName = empty.Name }), default);
        return [.. System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(reply.Body.Span).Replace(empty.Name, Name, StringComparison.Ordinal))];
    }
}
