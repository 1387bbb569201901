namespace GeekCafe.Generators.Tests.Rules;

/// <summary>Sources around an operation or a job.</summary>
internal static class Operations
{
    private const string Usings = """
        using GeekCafe.Lambda;
        using System.Threading;
        using System.Threading.Tasks;


        """;

    private const string Records = """

        public partial record Note { public string Text { get; init; } = ""; }
        """;

    /// <summary>A resource <c>Thing</c>, identified by its id, whose service has these members.</summary>
    public static string Service(string members) => $$"""
        {{Usings}}{{Rule.Members("public string Title { get; init; } = \"\";")}}
        public partial class ThingService
        {
        {{members}}
        }
        {{Records}}
        """;

    /// <summary>The same with one method that answers a Thing with nothing: <c>marks method(parameters)</c>.</summary>
    public static string Method(string attribute, string method, string answer = "Task<ServiceResult<Thing>>", string modifiers = "public") =>
        Service($"    {attribute}\n    {modifiers} {answer} {method} => throw new NotSupportedException();");
}
