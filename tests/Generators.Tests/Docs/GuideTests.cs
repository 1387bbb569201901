using System.Text.RegularExpressions;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>What a guide shows, built and run as it stands there.</summary>
public partial class GuideTests
{
    [Fact]
    public void A_resource_is_one_file_and_its_test_passes()
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        string[] files = [.. Code().Matches(Pages.Read("docs/guides/add-a-resource.md")).Take(2).Select(static block => block.Groups[1].Value)];
        Program.Run(files, "new Shop.ReminderTests().A_reminder_is_created_and_read_by_its_tenant_alone().GetAwaiter().GetResult();");
    }

    /// <summary>The other guide's tests run with all others: they are a file of this project.</summary>
    [Fact]
    public void The_guide_on_snapshots_shows_tests_that_run() =>
        Assert.Equal(Pages.Read("tests/Generators.Tests/Docs/SnapshotGuide/GeneratedCodeTests.cs"), Code().Match(Pages.Read("docs/guides/snapshot-testing.md")).Groups[1].Value);

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
