namespace GeekCafe.Package.Tests;

/// <summary>The templates, and the first example of the README, from an empty folder.</summary>
public sealed class TemplateTests(PackageFeed feed)
{
    [Fact]
    public async Task The_first_example_of_the_README_is_answered_from_an_empty_folder_with_packages_and_templates_alone()
    {
        var shell = feed.NewFolder("first-run");
        var output = (await shell.RunAsync("bash", Path.Combine(PackageFeed.Repository, "eng/first-run.sh"), feed.Folder, shell.Folder)).Succeeded();
        Assert.Contains("\"title\":\"First\"", output, StringComparison.Ordinal);
        Assert.EndsWith("Answered.", output.Trim(), StringComparison.Ordinal);
        Assert.Empty(shell.Running());
    }

    /// <summary>A name that is no C# in every way at once: dashes, digits first, a keyword.</summary>
    [Fact]
    public async Task A_project_and_a_record_may_have_any_name()
    {
        var shell = feed.NewFolder("names");
        var hive = Path.Combine(shell.Folder, "hive");
        (await shell.DotNetAsync("new", "install", Path.Combine(feed.Folder, $"GeekCafe.Templates.{feed.Version}.nupkg"), "--debug:custom-hive", hive)).Succeeded();
        (await shell.DotNetAsync("new", "geekcafe-api", "-n", "my-app.2cool.event", "-o", "app", "--debug:custom-hive", hive)).Succeeded();
        (await shell.DotNetAsync("new", "geekcafe-resource", "-n", "SKUCode", "-o", "app/src/my-app.2cool.event", "--debug:custom-hive", hive)).Succeeded();
        Assert.Contains("public partial record SKUCode", await File.ReadAllTextAsync(Path.Combine(shell.Folder, "app/src/my-app.2cool.event/SKUCode.cs")), StringComparison.Ordinal);
        (await shell.DotNetAsync("new", "geekcafe-resource", "-n", "price-category", "-o", "app/src/my-app.2cool.event", "--debug:custom-hive", hive)).Succeeded();

        var record = await File.ReadAllTextAsync(Path.Combine(shell.Folder, "app/src/my-app.2cool.event/PriceCategory.cs"));
        Assert.Contains("""[Resource("price-categories")]""", record, StringComparison.Ordinal);
        Assert.Contains("""[PrimaryKey("TENANT#{TenantId}", "PRICECATEGORY#{Id}")]""", record, StringComparison.Ordinal);
        Assert.Contains("namespace my_app._2cool.@event;", record, StringComparison.Ordinal);
        (await shell.DotNetAsync("build", "app", "-warnaserror")).Succeeded();
    }
}
