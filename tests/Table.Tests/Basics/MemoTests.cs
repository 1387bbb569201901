namespace GeekCafe.Table.Tests.Basics;

public abstract class MemoTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task What_is_stored_is_read_by_its_tenant_alone()
    {
        var memos = new MemoService(Environment);
        var memo = (await memos.CreateAsync(Ann, new() { Text = "x" })).Data;
        Assert.Equal(memo, (await memos.GetAsync(Bob, memo.Id)).Data);
        await FailsAsync(ErrorCode.NotFound, memos.GetAsync(Foreign, memo.Id));
    }
}

public sealed class MemosOnDynoxide : MemoTests<Dynoxide>;

public sealed class MemosOnDynamoDbLocal : MemoTests<Amazons>;
