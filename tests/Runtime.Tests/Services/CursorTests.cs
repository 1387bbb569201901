using System.Buffers.Text;
using System.Text;
using GeekCafe.DynamoDb;
using Microsoft.Extensions.Time.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public sealed class CursorTests
{
    private static readonly KeyQuery TableQuery = new("notes.list", null, "pk", "sk", "TENANT#t1", "NOTE#");
    private static readonly KeyQuery IndexQuery = new("notes.listByColor", "gsi1", "gsi1_pk", "gsi1_sk", "TENANT#t1#COLOR#red", "count#");
    private static readonly CursorScope TableScope = new("t1", "ann", TableQuery, Descending: false);
    private static readonly CursorScope IndexScope = new("t1", "ann", IndexQuery, Descending: false);
    private static readonly QueryPosition TablePosition = new("NOTE#42", null, null);
    private static readonly QueryPosition IndexPosition = new("count#0000000042", "TENANT#t1", "NOTE#é42");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(60));

    [Fact]
    public void What_is_sealed_opens()
    {
        var sealer = Sealer(1);
        Assert.Equal(TablePosition, sealer.Open(TableScope, Seal(sealer, TableScope, TablePosition)).Data);
        var cursor = Seal(sealer, IndexScope, IndexPosition);
        Assert.Equal(IndexPosition, sealer.Open(IndexScope, cursor).Data);
        Assert.NotEqual(cursor, Seal(sealer, IndexScope, IndexPosition));
        Assert.DoesNotContain("t1", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_flipped_bit_opens()
    {
        var sealer = Sealer(1);
        for (var n = 0; n < 12; n++)
        {
            var cursor = Seal(sealer, IndexScope, IndexPosition with { Sort = "count#" + new string('x', n) });
            for (var i = 0; i < cursor.Length; i++)
            {
                for (var bit = 0; bit < 8; bit++)
                {
                    var flipped = cursor.ToCharArray();
                    flipped[i] ^= (char)(1 << bit);
                    Refused(sealer, IndexScope, new string(flipped));
                }
            }
        }
    }

    [Fact]
    public void A_cursor_is_good_for_one_list_of_one_caller()
    {
        var sealer = Sealer(1);
        var cursor = Seal(sealer, IndexScope, IndexPosition);
        Refused(sealer, IndexScope with { TenantId = "t10" }, cursor);
        Refused(sealer, IndexScope with { UserId = "bob" }, cursor);
        Refused(sealer, IndexScope with { Descending = true }, cursor);
        Refused(sealer, IndexScope with { Query = IndexQuery with { Operation = "users.list" } }, cursor);
        Refused(sealer, IndexScope with { Query = IndexQuery with { Index = "gsi2" } }, cursor);
        Refused(sealer, IndexScope with { Query = IndexQuery with { Partition = "TENANT#t1#COLOR#blue" } }, cursor);
        Refused(sealer, IndexScope with { Query = IndexQuery with { SortPrefix = "count#0" } }, cursor);
        Refused(sealer, TableScope, cursor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("AQ")]
    [InlineData("{\"pk\":{\"S\":\"TENANT#t1\"}}")]
    public void What_is_no_cursor_is_refused(string cursor)
    {
        var sealer = Sealer(1);
        Refused(sealer, TableScope, cursor);
        var good = Seal(sealer, TableScope, TablePosition);
        foreach (var variant in new[] { good + "=", good + "\n", " " + good, good + good, good[..^1], good[1..], good + new string('A', 1 << 20) }) Refused(sealer, TableScope, variant);
        var raw = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"pk":{"S":"TENANT#t1"},"sk":{"S":"NOTE#1"}}"""));
        Refused(sealer, TableScope, raw.TrimEnd('='));
    }

    [Fact]
    public void A_cursor_expires()
    {
        var sealer = Sealer(1);
        var cursor = Seal(sealer, TableScope, TablePosition);
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.True(sealer.Open(TableScope, cursor).IsSuccess);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(ErrorCode.CursorExpired, sealer.Open(TableScope, cursor).Error?.Code);
    }

    [Fact]
    public void Keys_rotate()
    {
        var old = Seal(Sealer(1), TableScope, TablePosition);
        Assert.True(Sealer(2, 1).Open(TableScope, old).IsSuccess);
        Assert.True(Sealer(2, 1).Open(TableScope, Seal(Sealer(2), TableScope, TablePosition)).IsSuccess);
        Refused(Sealer(2), TableScope, old);
        Assert.Equal(ErrorCode.ConfigurationError, Sealer().Seal(TableScope, TablePosition).Error?.Code);
        Assert.Throws<ConfigurationException>(() => new CursorSealer([new byte[16]], _clock, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Positions_outside_the_list_or_tenant_are_refused_even_when_sealed()
    {
        var sealer = Sealer(1);
        Refused(sealer, IndexScope, Seal(sealer, IndexScope, IndexPosition with { TablePartition = "TENANT#other" }));
        Refused(sealer, IndexScope, Seal(sealer, IndexScope, TablePosition with { Sort = "count#1" }));
        Refused(sealer, TableScope, Seal(sealer, TableScope, TablePosition with { Sort = "OTHER#1" }));
        Refused(sealer, TableScope, Seal(sealer, TableScope, IndexPosition with { Sort = "NOTE#1" }));
    }

    [Fact]
    public void The_longest_keys_make_a_cursor_that_is_taken_back()
    {
        var sealer = Sealer(1);
        var position = new QueryPosition("count#" + new string('x', 1018), "TENANT#t1" + new string('y', 2039), new string('z', 1024));
        Assert.Equal(position, sealer.Open(IndexScope, Seal(sealer, IndexScope, position)).Data);
    }

    private CursorSealer Sealer(params byte[] keys) =>
        new([.. keys.Select(static each => new ReadOnlyMemory<byte>([.. Enumerable.Repeat(each, 32)]))], _clock, TimeSpan.FromHours(24));

    private static string Seal(CursorSealer sealer, CursorScope scope, QueryPosition position) => sealer.Seal(scope, position).Data;

    private static void Refused(CursorSealer sealer, CursorScope scope, string cursor) =>
        Assert.Equal(ErrorCode.InvalidCursor, sealer.Open(scope, cursor).Error?.Code);
}
