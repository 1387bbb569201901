namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>The contract against whatever <c>GEEKCAFE_TEST_DYNAMODB</c> names; skipped when it names nothing.</summary>
public sealed class LiveTransportTests : LiveTransportContract
{
    protected override string Url
    {
        get
        {
            var url = Environment.GetEnvironmentVariable("GEEKCAFE_TEST_DYNAMODB");
            Assert.SkipWhen(string.IsNullOrEmpty(url), "GEEKCAFE_TEST_DYNAMODB is not set.");
            return url!;
        }
    }
}
