using System.Diagnostics;
using GeekCafe.Testing;

namespace GeekCafe.Aot.Tests;

/// <summary>What resources can have does natively what it does managed; the program itself compares.</summary>
public sealed class FeatureTests(PublishedFeatures published)
{
    [Fact]
    public async Task Every_feature_works_natively()
    {
        Assert.SkipWhen(PublishedProgram.Missing is not null, PublishedProgram.Missing ?? "");
        Assert.Equal(0, published.ExitCode);
        var database = await LocalDynamo.SharedAsync();
        var start = new ProcessStartInfo(published.Program, [database.Endpoint.ToString(), $"test-{Guid.NewGuid():N}"]) { RedirectStandardOutput = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = LocalDatabase.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = LocalDatabase.SecretKey;
        using var program = Process.Start(start)!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, output);
        Assert.Equal(14, output.Split('\n').Count(static line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }
}
