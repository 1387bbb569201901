using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GeekCafe.DynamoDb;

namespace GeekCafe.Benchmarks;

/// <summary>Mapping without any exchange: record to the bytes of an item, and back. In this process: there is nothing to tell apart by rebuilding.</summary>
[InProcess]
[MemoryDiagnoser]
public class MappingBenchmarks : IDisposable
{
    private readonly Meetup _record = TableClient.Sample(0);
    private readonly byte[] _item = Encoding.UTF8.GetBytes(CannedItem.Json(0));
    private readonly byte[] _page = Encoding.UTF8.GetBytes(CannedItem.Page(100));
    private readonly PooledBuffer _buffer = new(4096);
    private readonly KeyQuery _query = new("meetups.list", null, "pk", "sk", $"TENANT#{CannedItem.Tenant}", "MEETUP#");
    private readonly Utf8JsonWriter _json;

    public MappingBenchmarks() => _json = new(_buffer, new() { SkipValidation = true });

    [GlobalCleanup]
    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public int WriteItem()
    {
        _buffer.Clear();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        ((IResource<Meetup>)_record).WriteItem(new(_json));
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.Length;
    }

    [Benchmark]
    public Meetup ReadItem()
    {
        var json = ItemJson.Reader(_item);
        json.Read();
        return StoredItem.Read<Meetup>(ref json, _item, CannedItem.Tenant).Data;
    }

    [Benchmark]
    public int ReadPageOf100()
    {
        var body = new PooledBuffer(_page.Length);
        body.Write(_page);
        using var page = QueryPage<Meetup, WholeItem<Meetup>>.Read(DynamoReply.Success(body), _query, CannedItem.Tenant).Data;
        return page.Count;
    }
}
