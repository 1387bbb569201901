using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GeekCafe.Table.Tests.Basics;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>A resource without any of this folder's features sends what it always did, byte for byte.</summary>
public sealed partial class PlainRequestTests : TableTests<Dynoxide>
{
    [Fact]
    public async Task Writes_of_a_plain_resource_are_these()
    {
        var memos = new MemoService(Environment);
        var memo = (await memos.CreateAsync(Ann, new() { Text = "x" })).Data;
        await memos.UpdateAsync(Ann, memo.Id, static each => each with { Text = "y" });
        await memos.DeleteAsync(Ann, memo.Id);
        var sent = string.Join("\n", Wire.Requests.Select(request => Masked($"{request.Operation} {request.Body.GetRawText()}", memo.Id))) + "\n";
        if (System.Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Expected(), sent);
        Assert.Equal((await File.ReadAllTextAsync(Expected())).ReplaceLineEndings("\n"), sent);
    }

    private static string Expected([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "PlainRequests.txt");

    /// <summary>A request without what is new each time.</summary>
    private string Masked(string request, string id) => Token().Replace(Time().Replace(request.Replace(Table.Name, "TABLE").Replace(id, "ID"), "TIME"), "$1TOKEN");

    [GeneratedRegex("""\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)""")]
    private static partial Regex Time();

    [GeneratedRegex("""(":r":\{"S":"|"_rid":\{"S":")[\w-]{22}""")]
    private static partial Regex Token();
}
