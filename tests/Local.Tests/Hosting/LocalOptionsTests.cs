namespace GeekCafe.Local.Tests.Hosting;

public sealed class LocalOptionsTests
{
    [Fact]
    public void Nothing_asked_is_the_default()
    {
        Assert.True(LocalOptions.TryParse([], out var options, out _));
        Assert.Equal(new LocalOptions(), options);
        Assert.Equal("http://127.0.0.1:5080/", options.Url.ToString());
        Assert.True(options.KeepsData);
    }

    [Fact]
    public void Both_spellings_are_read()
    {
        Assert.True(LocalOptions.TryParse(["--urls=http://127.0.0.1:5090", "--data", ":memory:", "--endpoint", "http://127.0.0.1:8000"], out var options, out _));
        Assert.Equal(5090, options.Url.Port);
        Assert.False(options.KeepsData);
        Assert.Equal(8000, options.Endpoint!.Port);
        Assert.True(LocalOptions.TryParse(["--help"], out options, out _));
        Assert.True(options.ShowHelp);
    }

    [Theory]
    [InlineData("--port=1", "Unknown option --port=1.")]
    [InlineData("serve", "Unknown option serve.")]
    [InlineData("--data", "The option --data needs a value.")]
    [InlineData("--urls=", "The option --urls needs a value.")]
    [InlineData("--urls=5080", "The option --urls needs one URL such as")]
    [InlineData("--urls=https://127.0.0.1", "The option --urls needs one URL such as")]
    public void What_is_wrong_is_one_line(string word, string start)
    {
        Assert.False(LocalOptions.TryParse([word], out _, out var problem));
        Assert.StartsWith(start, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void Data_is_kept_in_the_folder_of_the_project_that_was_built()
    {
        var root = Directory.CreateTempSubdirectory("geekcafe-").FullName;
        var built = Directory.CreateDirectory(Path.Combine(root, "app", "bin", "Debug", "net10.0")).FullName;
        Assert.NotEqual(Path.Combine(root, "app"), LocalOptions.ProjectFolder(built));
        File.WriteAllText(Path.Combine(root, "app", "App.csproj"), "<Project/>");

        Assert.Equal(Path.Combine(root, "app"), LocalOptions.ProjectFolder(built));
        Directory.Delete(root, recursive: true);
    }
}
