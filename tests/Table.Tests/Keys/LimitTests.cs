using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Keys;

/// <summary>Each key, what stands before its value, and its limit.</summary>
public static class LongKeys
{
    public static TheoryData<string, string, int, string> All
    {
        get
        {
            var rows = new TheoryData<string, string, int, string>();
            foreach (var character in new[] { "x", "é", "あ", "😀" })
            {
                rows.Add("Aisle", "TENANT#t1#KEYSSHELF#", 2048, character);
                rows.Add("Code", "KEYSSHELF#", 1024, character);
                rows.Add("Owner", "TENANT#t1#KEYSOWNER#", 2048, character);
                rows.Add("Note", "KEYSSHELF#", 1024, character);
                rows.Add("Name", "KEYSNAME#", 1024, character);
            }

            return rows;
        }
    }
}

/// <summary>DynamoDB counts bytes of UTF-8: 2,048 in a partition key, 1,024 in a sort key, of the table and of an index alike.</summary>
public abstract class LimitTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private ShelfService Shelves => new(Environment);

    [Theory]
    [MemberData(nameof(LongKeys.All), MemberType = typeof(LongKeys))]
    public async Task A_key_may_be_as_long_as_the_database_takes_and_no_longer(string member, string prefix, int limit, string character)
    {
        var longest = Filled(limit - prefix.Length, character);
        Assert.Equal(limit, Encoding.UTF8.GetByteCount(prefix + longest));
        var stored = await Shelves.CreateAsync(Ann, With(member, longest));
        Assert.True(stored.IsSuccess, $"{stored.Error}");
        Assert.Equal(stored.Data, (await Shelves.GetAsync(Ann, new ShelfKey(stored.Data.Aisle, stored.Data.Code))).Data);

        Wire.Clear();
        await FailsAsync(ErrorCode.ValidationError, Shelves.CreateAsync(Ann, With(member, longest + "x")));
        Assert.Empty(Wire.Requests);
        if (member is "Aisle" or "Code") return;

        await FailsAsync(ErrorCode.ValidationError, Shelves.UpdateAsync(Ann, new ShelfKey(stored.Data.Aisle, stored.Data.Code), shelf => Changed(shelf, member, longest + "x")));
        Assert.DoesNotContain(DynamoOperation.UpdateItem, Wire.Operations);
    }

    [Theory]
    [InlineData("pk", 2048)]
    [InlineData("sk", 1024)]
    [InlineData("gsi1_pk", 2048)]
    [InlineData("gsi1_sk", 1024)]
    [InlineData("lsi1_sk", 1024)]
    public async Task The_database_itself_takes_the_limit_and_refuses_one_byte_more(string attribute, int limit)
    {
        Assert.SkipWhen(typeof(TDatabase) == typeof(Dynoxide) && attribute.Length > "pk".Length, "dynoxide 1.2.1 does not look at the length of index keys.");
        Assert.Null(await PutAsync(attribute, Filled(limit, "é")));
        Assert.Equal(DynamoErrorKind.Validation, await PutAsync(attribute, Filled(limit, "é") + "x"));
    }

    private async Task<DynamoErrorKind?> PutAsync(string attribute, string value)
    {
        var item = new[] { "pk", "sk", "gsi1_pk", "gsi1_sk", "lsi1_sk" }.ToDictionary(static name => name, name => new { S = name == attribute ? value : "x" });
        using var reply = await Table.Transport.SendAsync(DynamoOperation.PutItem, JsonSerializer.SerializeToUtf8Bytes(new { TableName = Table.Name, Item = item }), default);
        return reply.Error?.Kind;
    }

    [Fact]
    public async Task An_escape_counts_as_the_bytes_it_takes()
    {
        // A blank is $20 in a key.
        var blanks = new string(' ', (1024 - "KEYSSHELF#".Length) / 3);
        Assert.True((await Shelves.CreateAsync(Ann, With("Note", blanks))).IsSuccess);
        await FailsAsync(ErrorCode.ValidationError, Shelves.CreateAsync(Ann, With("Note", blanks + " ")));
    }

    [Fact]
    public async Task The_attributes_of_a_composite_key_count_together()
    {
        var racks = new RackService(Environment);
        var zone = Filled(2048 - "t1".Length, "é");
        Assert.True((await racks.CreateAsync(Ann, new() { RackZone = zone, RackRow = 1, RackMadeAt = DateTime.UnixEpoch })).IsSuccess);
        Wire.Clear();
        await FailsAsync(ErrorCode.ValidationError, racks.CreateAsync(Ann, new() { RackZone = zone + "x", RackRow = 1, RackMadeAt = DateTime.UnixEpoch }));
        await FailsAsync(ErrorCode.ValidationError, racks.CreateAsync(Ann, new() { RackZone = "", RackRow = 1, RackMadeAt = DateTime.UnixEpoch }));
        await FailsAsync(ErrorCode.ValidationError, racks.CreateAsync(Ann, new() { RackCode = [], RackRow = 1, RackMadeAt = DateTime.UnixEpoch }));
        await FailsAsync(ErrorCode.ValidationError, racks.CreateAsync(Ann, new() { RackCode = new byte[2048], RackRow = 1, RackMadeAt = DateTime.UnixEpoch }));
        Assert.Empty(Wire.Requests);
        Assert.True((await racks.CreateAsync(Ann, new() { RackCode = new byte[2048 - "t1".Length], RackRow = 1, RackMadeAt = DateTime.UnixEpoch })).IsSuccess);
    }

    private static string Filled(int bytes, string character)
    {
        var size = Encoding.UTF8.GetByteCount(character);
        return new string('x', bytes % size) + string.Concat(Enumerable.Repeat(character, bytes / size));
    }

    private static ShelfInput With(string member, string value) => new()
    {
        Aisle = member == "Aisle" ? value : "a",
        Code = member == "Code" ? value : "c",
        Owner = member == "Owner" ? value : null,
        Note = member == "Note" ? value : null,
        Name = member == "Name" ? value : null,
    };

    private static Shelf Changed(Shelf shelf, string member, string value) => member switch
    {
        "Owner" => shelf with { Owner = value },
        "Note" => shelf with { Note = value },
        _ => shelf with { Name = value },
    };
}

public sealed class LimitsOnDynoxide : LimitTests<Dynoxide>;

public sealed class LimitsOnDynamoDbLocal : LimitTests<Amazons>;
