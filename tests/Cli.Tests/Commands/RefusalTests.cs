namespace GeekCafe.Cli.Tests.Commands;

/// <summary>What the command line may not say, and what the system refuses: a message with a way out, and nothing on the standard output.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("'' cannot be read: ", "sam", "")]
    [InlineData("Build the project first", "sam", "/nowhere/Community.dll")]
    [InlineData("1 to 64 characters", "sam", "DOMAIN", "--tenant", "a\"b")]
    [InlineData("'' cannot be written: ", "sam", "DOMAIN", "--out", "")]
    [InlineData("Give --out a file in a folder that exists.", "sam", "DOMAIN", "--out", "/nowhere/template.yaml")]
    [InlineData("--table-arn 'foo' is no ARN of a table; write it as in arn:aws:dynamodb:", "iam", "DOMAIN", "--table-arn", "foo")]
    [InlineData("is no ARN of a table", "iam", "DOMAIN", "--tenant-tagged", "--table-arn", "arn:aws:s3:::bucket")]
    [InlineData("is no ARN of a table", "iam", "DOMAIN", "--table-arn", "arn:aws:dynamodb:eu-central-1:123456789012:table/community/index/gsi1")]
    [InlineData("--grant names 'notes.fly', which is no function of this deployment; name one of: ", "sam", "DOMAIN", "--grant", "notes.fly=GetItem")]
    [InlineData("BatchGetItem", "sam", "DOMAIN", "--grant", "notes.create=Scan")]
    public void What_cannot_be_done_is_refused_with_a_way_out(string message, params string[] arguments)
    {
        var (code, output, errors) = Compiled.TryRun([.. arguments.Select(static argument => argument == "DOMAIN" ? Compiled.Domain : argument)]);
        Assert.Equal((CommandLine.Failure, ""), (code, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused_with_a_way_out()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "not an assembly, although it is a file with some text in it");
        What_cannot_be_done_is_refused_with_a_way_out("is no assembly; give the .dll", "sam", file);
        File.Delete(file);
    }

    [Fact]
    public void An_assembly_without_resources_is_refused_with_a_way_out() =>
        What_cannot_be_done_is_refused_with_a_way_out("has no manifest: no [Resource] record is in it", "sam", typeof(ServiceError).Assembly.Location);

    [Fact]
    public void A_full_disk_behind_the_standard_output_is_said()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("There is a device that is always full on Linux only.");
        using var errors = new StringWriter();
        var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        Assert.Equal(CommandLine.Failure, CommandLine.Run(["sam", Compiled.Domain], full, errors));
        Assert.StartsWith("error: The standard output cannot be written: ", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE")]
    [InlineData("arn:aws-us-gov:dynamodb:*:123456789012:table/community-*")]
    [InlineData("arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}")]
    public void An_arn_may_be_a_pattern(string arn) => Assert.Contains(arn, Compiled.Run("iam", Compiled.Domain, "--table-arn", arn), StringComparison.Ordinal);

    [Fact]
    public void A_tenant_named_twice_has_its_schedules_once() =>
        Assert.Equal(Compiled.Run("sam", Compiled.Community, "--tenant", "a"), Compiled.Run("sam", Compiled.Community, "--tenant", "a", "--tenant", "a"));

    [Theory]
    [InlineData("sam")]
    [InlineData("sam", "x.dll", "--nonsense")]
    [InlineData("sam", "x.dll", "--api", "graphql")]
    [InlineData("fly", "x.dll")]
    [InlineData]
    public void A_wrong_command_line_has_a_code_of_its_own(params string[] arguments)
    {
        var (code, _, errors) = Compiled.TryRun(arguments);
        Assert.Equal(CommandLine.UsageError, code);
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("geekcafe [command] [options]", "--help")]
    [InlineData("geekcafe sam <assembly> [options]", "sam", "--help")]
    public void Help_calls_the_tool_as_it_is_called(string usage, params string[] arguments)
    {
        var help = Compiled.Run(arguments);
        Assert.Contains(usage, help, StringComparison.Ordinal);
        Assert.DoesNotContain("GeekCafe.Cli", help, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told() => Assert.Matches(@"^\d+\.\d+\.\d+", Compiled.Run("--version"));
}
