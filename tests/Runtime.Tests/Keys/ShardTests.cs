using GeekCafe.Keys;

namespace GeekCafe.Runtime.Tests.Keys;

public class ShardTests
{
    /// <summary>
    /// XXH64 of the text, seed 0, as others publish it: items are where these figures say. If this test fails, the code is wrong; never change the figures.
    /// </summary>
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void The_shard_is_the_hash_modulo_the_count(string identity, ulong hash)
    {
        foreach (var count in new[] { 2, 3, 8, 10, 64, 100 }) Assert.Equal((int)(hash % (ulong)count), Shard.Of(identity, count));
    }

    [Theory]
    [InlineData("READING#000000", 8, 3)]
    [InlineData("READING#0198a1b2-0000-7000-8000-000000000001", 8, 2)]
    [InlineData("WORD#é\uFFFD😀", 100, 72)]
    public void These_keys_stay_where_they_are(string identity, int count, int shard) => Assert.Equal(shard, Shard.Of(identity, count));

    [Fact]
    public void A_text_too_long_for_the_stack_hashes_as_any_other() =>
        Assert.Equal((int)(System.IO.Hashing.XxHash64.HashToUInt64(new string('é', 1000).SelectMany(static _ => new byte[] { 0xC3, 0xA9 }).ToArray()) % 97), Shard.Of(new string('é', 1000), 97));

    /// <summary>Pearson's chi-squared against an even distribution stays below what one even distribution in ten thousand exceeds.</summary>
    [Theory]
    [InlineData(2, 15.2)]
    [InlineData(8, 29.9)]
    [InlineData(100, 159.9)]
    public void Ten_thousand_ids_are_spread_evenly(int count, double bound)
    {
        Func<int, string>[] kinds = [static i => $"READING#{i:D6}", static i => $"READING#0198a1b2-{i:x4}-7000-8000-000000000000", static i => $"READING#2026-01-31T{i / 3600:D2}:{i / 60 % 60:D2}:{i % 60:D2}Z"];
        foreach (var kind in kinds)
        {
            var shards = new int[count];
            for (var i = 0; i < 10_000; i++) shards[Shard.Of(kind(i), count)]++;
            var expected = 10_000.0 / count;
            Assert.InRange(shards.Sum(found => (found - expected) * (found - expected) / expected), 0, bound);
        }
    }

    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("7", true, 7)]
    [InlineData("8", false, 8)]
    [InlineData("07", false, 7)]
    [InlineData("+7", false, 0)]
    [InlineData("", false, 0)]
    [InlineData("99999999999", false, 0)]
    public void A_shard_is_read_as_it_is_written(string text, bool isShard, int shard)
    {
        var parser = new KeyParser(text);
        Assert.Equal(isShard, parser.Shard(8, out var found));
        Assert.Equal(shard, found);
    }
}
