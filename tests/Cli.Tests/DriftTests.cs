using System.Text.RegularExpressions;

namespace GeekCafe.Cli.Tests;

/// <summary>The sample's template is what the tool writes of the sample's code. <c>eng/templates.sh</c> writes it again.</summary>
public sealed class DriftTests
{
    private static readonly string Template = Path.Combine(Compiled.Repository, "samples", "Community.Lambda", "template.yaml");

    [Fact]
    public void The_template_of_the_sample_is_that_of_its_code()
    {
        var written = Compiled.Run("sam", Compiled.Community);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(Template, written);
        Assert.True(File.Exists(Template) && File.ReadAllText(Template) == written, "samples/Community.Lambda/template.yaml differs from the code; run eng/templates.sh, and look at the difference.");
    }

    [Fact]
    public void The_sample_says_how_to_deploy_with_every_parameter_that_must_be_given()
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Template)!, "README.md"));
        var start = readme.IndexOf("sam deploy", StringComparison.Ordinal);
        var command = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        var given = Regex.Matches(command, "([A-Za-z]+)=").Select(static match => match.Groups[1].Value);
        var parameters = SamTemplate.Of(Policies.Walk.Plan)["Parameters"]!.AsObject().Where(static each => each.Value!["Default"] is null).Select(static each => each.Key);
        Assert.Equal(parameters.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }
}
