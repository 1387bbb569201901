namespace GeekCafe.Aot.Tests;

public sealed class PublishTests(PublishedFunction function, PublishedFeatures features)
{
    [Fact]
    public void Publishing_a_function_warns_of_nothing() => IsClean(function);

    [Fact]
    public void Publishing_every_feature_warns_of_nothing() => IsClean(features);

    [Fact]
    public void What_is_deployed_is_one_native_program()
    {
        Assert.SkipWhen(PublishedProgram.Missing is not null, PublishedProgram.Missing ?? "");
        Assert.Empty(Directory.GetFiles(function.Folder, "*.dll"));
        Assert.Equal("\u007fELF", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(function.Program).AsSpan(0, 4)));
        Assert.InRange(new FileInfo(function.Program).Length, 1, 20 * 1024 * 1024);
    }

    private static void IsClean(PublishedProgram published)
    {
        Assert.SkipWhen(PublishedProgram.Missing is not null, PublishedProgram.Missing ?? "");
        var lines = published.Output.Split('\n');
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.DoesNotContain(lines, static line => line.Contains("warning", StringComparison.OrdinalIgnoreCase) && !line.Contains("0 Warning", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains(": error", StringComparison.Ordinal));
    }
}
