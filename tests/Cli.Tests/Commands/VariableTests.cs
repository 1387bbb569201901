namespace GeekCafe.Cli.Tests.Commands;

public sealed class VariableTests
{
    [Fact]
    public void All_functions_get_a_variable() =>
        Assert.Contains("COMMUNITY_READ_ONLY: '1'", Compiled.Run("sam", Compiled.Domain, "--variable", "COMMUNITY_READ_ONLY=1", "--variable", "EMPTY="), StringComparison.Ordinal);

    [Theory]
    [InlineData("typescript", "COMMUNITY_TEXT: 'a=b',")]
    [InlineData("csharp", "[\"COMMUNITY_TEXT\"] = \"a=b\",")]
    public void A_cdk_stack_gives_it_too(string language, string expected) =>
        Assert.Contains(expected, Compiled.Run("cdk", Compiled.Domain, "--language", language, "--variable", "COMMUNITY_TEXT=a=b"), StringComparison.Ordinal);

    [Theory]
    [InlineData("X", "write a name and a value")]
    [InlineData("=x", "write a name and a value")]
    [InlineData("A-B=x", "write a name and a value")]
    [InlineData("GEEKCAFE_TABLE=x", "it is the table of the template")]
    [InlineData("GEEKCAFE_CURSOR_KEY=x", "it comes from the secret")]
    [InlineData("GEEKCAFE_CORS_ORIGINS=x", "--cors does")]
    [InlineData("AWS_REGION=x", "Lambda sets it")]
    [InlineData("LAMBDA_TASK_ROOT=x", "Lambda sets it")]
    [InlineData("_HANDLER=x", "Lambda sets it")]
    [InlineData("GEEKCAFE_AUTHENTICATION=apiKey", "contradicts the routes, which are written as operations declare: ledgers.create is for claims.")]
    [InlineData("GEEKCAFE_AUTHENTICATION=public", "Declare it at the operation")]
    public void A_variable_that_cannot_be_set_here_is_refused_with_a_way_out(string variable, string message) => Refused(message, "--variable", variable);

    [Fact]
    public void A_variable_is_set_once() => Refused("sets A twice", "--variable", "A=1", "--variable", "A=2");

    [Fact]
    public void An_authentication_that_all_operations_declare_may_be_said_again() =>
        Assert.Contains("GEEKCAFE_AUTHENTICATION: claims", Compiled.Run("sam", Compiled.Domain, "--variable", "GEEKCAFE_AUTHENTICATION=claims"), StringComparison.Ordinal);

    [Theory]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://a.example,https://b.example")]
    [InlineData("")]
    public void An_origin_is_one_as_browsers_send_it(string origin) => Refused("--cors is not understood: ", "--cors", origin);

    [Fact]
    public void Any_origin_stands_alone() => Refused("stands alone", "--cors", "*", "--cors", "https://a.example");

    private static void Refused(string message, params string[] options)
    {
        var (code, output, errors) = Compiled.TryRun(["sam", Compiled.Domain, .. options]);
        Assert.Equal((CommandLine.Failure, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
