using System.Collections.Frozen;
using System.Numerics;

namespace GeekCafe.Table.Tests.Types;

public abstract class TypesTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private TypesSampleService Samples => new(Environment);

    [Fact]
    public async Task Extreme_values_are_stored_as_they_are()
    {
        var created = (await Samples.CreateAsync(Ann, Extreme)).Data;
        var read = (await Samples.GetAsync(Ann, created.Id)).Data;
        Assert.Equal((created.Wide, created.Big, created.Small, created.Number, created.Letter), (read.Wide, read.Big, read.Small, read.Number, read.Letter));
        Assert.Equal(created.Bytes.ToArray(), read.Bytes.ToArray());
        Assert.True(read.Numbers.SetEquals(created.Numbers) && read.Ids.SetEquals(created.Ids) && read.Hashes.SetEquals(created.Hashes));
        Assert.Equal(created.Texts, read.Texts.AsEnumerable());
        Assert.Equal(created.Days, read.Days);
        Assert.Equal((created.Rights, created.Grade), (read.Rights, read.Grade));
        Assert.Equal(created.Grades, read.Grades);
    }

    [Fact]
    public async Task Empty_sets_stay_empty_when_they_are_emptied()
    {
        var created = (await Samples.CreateAsync(Ann, Extreme)).Data;
        await Samples.UpdateAsync(Ann, created.Id, static sample => sample with { Numbers = [], Hashes = [], Rights = TypesRights.None, Grades = [] });
        var read = (await Samples.GetAsync(Ann, created.Id)).Data;
        Assert.Empty(read.Numbers);
        Assert.Empty(read.Hashes);
        Assert.Empty(read.Grades!);
        Assert.Equal(TypesRights.None, read.Rights);
    }

    [Fact]
    public async Task Wide_numbers_are_listed_in_their_order()
    {
        foreach (var wide in new Int128[] { 5, -5, 0, long.MinValue, (Int128)ulong.MaxValue * 3, -(Int128)ulong.MaxValue * 3 })
        {
            await Samples.CreateAsync(Ann, new() { Wide = wide });
        }

        var listed = (await Samples.ListByWideAsync(Ann)).Data.Items.Select(static sample => sample.Wide).ToList();
        Assert.Equal(listed.Order(), listed);
        Assert.Equal(6, listed.Count);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_a_validation_error()
    {
        await FailsAsync(ErrorCode.ValidationError, Samples.CreateAsync(Ann, new() { Texts = [null!] }));
        await FailsAsync(ErrorCode.ValidationError, Samples.CreateAsync(Ann, new() { Big = BigInteger.Pow(10, 126) }));
        await FailsAsync(ErrorCode.ValidationError, Samples.CreateAsync(Ann, new() { Hashes = [new byte[] { 1 }, new byte[] { 1 }] }));
        var created = (await Samples.CreateAsync(Ann, new())).Data;
        await FailsAsync(ErrorCode.ValidationError, Samples.UpdateAsync(Ann, created.Id, static sample => sample with { Texts = [null!] }));
    }

    private static TypesSampleInput Extreme => new()
    {
        Wide = -Int128.Parse(new string('9', 38), System.Globalization.CultureInfo.InvariantCulture),
        Big = BigInteger.Pow(10, 125),
        Small = Half.Epsilon,
        Number = 1e-130,
        Letter = '\uffff',
        Bytes = new byte[] { 0, 255 },
        Numbers = [decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, 1.50m],
        Ids = new[] { Guid.Empty, Guid.Parse("a8098c1a-f86e-11da-bd1a-00112444be1e") }.ToFrozenSet(),
        Hashes = new(ByteComparer.Instance) { new byte[] { 1 }, new byte[] { 1, 2 } },
        Texts = ["", "a"],
        Days = new() { [DateOnly.MinValue] = 1, [DateOnly.MaxValue] = null },
        Rights = TypesRights.Read | TypesRights.Write,
        Grade = TypesGrade.Good,
        Grades = [TypesGrade.Poor, TypesGrade.Good],
    };
}

public sealed class TypesOnDynoxide : TypesTests<Dynoxide>;

public sealed class TypesOnDynamoDbLocal : TypesTests<Amazons>;
