using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Scale;

namespace GeekCafe.Table.Tests.Scans;

/// <summary>What is exported here, an import in DynamoDB's format takes.</summary>
public sealed class RoundTripTests : TableTests<Dynoxide>
{
    [Fact]
    public async Task What_is_exported_and_imported_reads_as_before()
    {
        var parcels = new ParcelService(Environment);
        for (var i = 1; i <= 30; i++) await parcels.CreateAsync(Ann, new() { Number = i, Text = "a \"b\"\n\u2028\ud83d\ude00" + i });
        var job = Caller.ForSystem("t1", "a copy");
        using var stream = new MemoryStream();
        Assert.Equal(30, (await new TableExport(Environment).ExportAsync(job, stream, new() { Segments = 3 })).Data);

        await using var copy = await ImportedTable.ImportAsync(Definition, file => file.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        var copied = new ParcelService(copy.Environment);
        for (var i = 1; i <= 30; i++) Assert.Equal((await parcels.GetAsync(job, new(i))).Data, (await copied.GetAsync(job, new(i))).Data);
        Assert.True((await copied.UpdateAsync(job, new(1), static parcel => parcel with { Text = "new" })).IsSuccess);
    }
}
