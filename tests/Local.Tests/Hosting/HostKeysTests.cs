namespace GeekCafe.Local.Tests.Hosting;

public sealed class HostKeysTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"geekcafe-{Guid.NewGuid():N}");

    [Fact]
    public void Keys_survive_a_restart_and_differ_from_each_other()
    {
        byte[] cursors, tokens;
        using (var first = HostKeys.Open(_folder)) (cursors, tokens) = (first.Cursors.ToArray(), first.Tokens.ToArray());
        using var second = HostKeys.Open(_folder);

        Assert.Equal(cursors, second.Cursors.ToArray());
        Assert.Equal(tokens, second.Tokens.ToArray());
        Assert.NotEqual(cursors, tokens);
        Assert.Equal(32, cursors.Length);
    }

    [Fact]
    public void A_folder_serves_one_host_at_a_time()
    {
        using var first = HostKeys.Open(_folder);

        Assert.Throws<IOException>(() => HostKeys.Open(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
