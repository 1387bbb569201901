using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Transport;

public class TransportsOnDynoxide : LiveTransportContract
{
    protected override string? Missing => LocalDynamo.Missing;

    protected override async Task<LocalDatabase> StartAsync() => await LocalDynamo.SharedAsync();
}

public class TransportsOnDynamoDbLocal : LiveTransportContract
{
    protected override string? Missing => DynamoDbLocal.Missing;

    protected override async Task<LocalDatabase> StartAsync() => await DynamoDbLocal.SharedAsync();
}
