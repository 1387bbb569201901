using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Full names of run-time types that generated code uses.</summary>
internal static class Names
{
    public const string ItemReader = "global::GeekCafe.DynamoDb.ItemReader";
    public const string ItemWriter = "global::GeekCafe.DynamoDb.ItemWriter";
    public const string ApiReader = "global::GeekCafe.Json.ApiReader";
    public const string ApiWriter = "global::GeekCafe.Json.ApiWriter";
    public const string MemberSet = "global::GeekCafe.Json.MemberSet";
    public const string Errors = "global::GeekCafe.Validation.ValidationErrors";
    public const string PythonKey = "global::GeekCafe.Keys.PythonKey";
    public const string KeyText = "global::GeekCafe.Keys.KeyText";
    public const string KeyParser = "global::GeekCafe.Keys.KeyParser";
    public const string Caller = "global::GeekCafe.Caller";
    public const string Time = "global::System.DateTimeOffset";
    public const string SetsRequiredMembers = "[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]";

    /// <summary>Marks types of ours; never the user's own, which another generator may mark as well (CS0579).</summary>
    public static readonly string GeneratedCode =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"GeekCafe.Generators\", \"{typeof(Names).Assembly.GetName().Version.ToString(3)}\")]";

    /// <summary>The interface of a resource with its key and inputs.</summary>
    public static string Resource(ResourceModel resource) =>
        $"global::GeekCafe.IResource<{resource.Identity.FullName}, {resource.Identity.Sibling("Key")}, {resource.Identity.Sibling("Input")}, {resource.Identity.Sibling("Patch")}>";
}
