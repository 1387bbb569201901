namespace GeekCafe.Package.Tests;

/// <summary>The templates, and the first example of the README, from an empty folder.</summary>
public sealed class TemplateTests(PackageFeed feed)
{
    [Fact]
    public async Task The_first_example_of_the_README_is_answered_from_an_empty_folder_with_packages_and_templates_alone()
    {
        var output = (await Shell.RunAsync(PackageFeed.Repository, "bash", "eng/first-run.sh", feed.Folder, feed.Version, feed.NewFolder("first-run"))).Succeeded();
        Assert.Contains("201", output, StringComparison.Ordinal);
        Assert.Contains("Answered.", output, StringComparison.Ordinal);
    }
}
