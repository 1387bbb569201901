namespace GeekCafe.Generators.Tests.Rules;

/// <summary>Sources that use services.</summary>
internal static class Usage
{
    private const string Resource = """
        using GeekCafe.DynamoDb;
        using GeekCafe.Lambda;
        using GeekCafe.Validation;
        using System.Threading;
        using System.Threading.Tasks;

        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing { [Counter] public long Views { get; init; } public DateTimeOffset? Ends { get; init; } }

        """;

    /// <summary>A resource <c>Thing</c> and these declarations.</summary>
    public static string Of(string declarations) => Resource + declarations;

    /// <summary>The same with this method in a class that is no service.</summary>
    public static string Method(string method) => Of($$"""
        public static class Work
        {
            {{method}}
        }
        """);

    /// <summary>The same with these members in the service.</summary>
    public static string Service(string members) => Of($$"""
        public partial class ThingService
        {
            {{members}}
        }
        """);
}
