namespace GeekCafe.Aot.Tests;

public sealed class PublishTests(PublishedFunction published)
{
    [Fact]
    public void Publishing_warns_of_nothing()
    {
        Assert.SkipWhen(PublishedFunction.Missing is not null, PublishedFunction.Missing ?? "");
        var lines = published.Output.Split('\n');
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.DoesNotContain(lines, static line => line.Contains("warning", StringComparison.OrdinalIgnoreCase) && !line.Contains("0 Warning", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains(": error", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_deployed_is_one_native_program()
    {
        Assert.SkipWhen(PublishedFunction.Missing is not null, PublishedFunction.Missing ?? "");
        Assert.Empty(Directory.GetFiles(published.Folder, "*.dll"));
        Assert.Equal("\u007fELF", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(published.Program).AsSpan(0, 4)));
        Assert.InRange(new FileInfo(published.Program).Length, 1, 20 * 1024 * 1024);
    }
}
