using System.CommandLine;
using GeekCafe.Description;
using GeekCafe.Lambda;

namespace GeekCafe.Cli;

/// <summary>The options of commands that deploy.</summary>
internal sealed class DeploymentArguments
{
    private readonly Option<string> _api = Choice("--api", "http (HTTP API, JWT authorizer) or rest (REST API, Cognito authorizer).", "http", "rest");
    private readonly Option<string> _architecture = Choice("--architecture", "arm64 or x86_64, as the program is published for.", "arm64", "x86_64");
    private readonly Option<string> _code = new("--code") { Description = "The folder with the published bootstrap, relative to the template.", DefaultValueFactory = static _ => "./publish" };
    private readonly Option<string[]> _tenants = new("--tenant") { Description = "A tenant for which scheduled jobs run; may be repeated. Default: one, a parameter of the stack." };
    private readonly Option<bool> _tagged = new("--tenant-tagged") { Description = "A role as well, for sessions that are tagged with a tenant and reach its items alone." };
    private readonly Option<string[]> _cors = new("--cors") { Description = "An origin whose pages may call the API, such as https://app.example.com, or * for all; may be repeated. Default: none." };
    private readonly Option<string[]> _variables = new("--variable") { Description = "An environment variable of all functions: NAME=VALUE; may be repeated." };

    /// <summary>How operations are spread.</summary>
    public Option<string> Functions { get; } = Choice("--functions", "each operation a function, each resource, or one for all.", "each", "resource", "one");

    /// <summary>What the manifest does not tell.</summary>
    public Option<string[]> Grants { get; } = new("--grant")
    {
        Description = "What a function may do beyond its operations' needs, because middleware or a derived service does it: events.create=Query,GetItem; may be repeated.",
    };

    public IEnumerable<Option> All => [Functions, _api, _architecture, _code, _tenants, _tagged, _cors, _variables, Grants];

    public DeploymentPlan Plan(ApplicationManifest manifest, ParseResult result) => DeploymentPlan.Of(manifest, new()
    {
        Functions = Enum.Parse<FunctionSplit>(result.GetValue(Functions)!, ignoreCase: true),
        Api = Enum.Parse<ApiKind>(result.GetValue(_api) ?? "http", ignoreCase: true),
        Architecture = result.GetValue(_architecture) ?? "arm64",
        Code = result.GetValue(_code) ?? "./publish",
        Tenants = [.. (result.GetValue(_tenants) ?? []).Select(Tenant).Distinct()],
        TenantTagged = result.GetValue(_tagged),
        CorsOrigins = Origins(result.GetValue(_cors) ?? []),
        Variables = VariableArguments.Read(result.GetValue(_variables) ?? [], manifest),
        Grants = ReadGrants(result.GetValue(Grants) ?? []),
    });

    private static Option<string> Choice(string name, string description, params string[] values) =>
        new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] }.AcceptOnlyFromAmong(values);

    private static string Tenant(string tenant) =>
        Identifier.IsValid(tenant) ? tenant : throw new ToolException($"--tenant '{tenant}' is no tenant: 1 to 64 characters of A-Z a-z 0-9 _ -.");

    private static string[] Origins(string[] origins)
    {
        if (origins.Length == 0) return [];
        try
        {
            new CorsOptions { Origins = origins }.Check();
            return [.. origins.Distinct()];
        }
        catch (ConfigurationException failure)
        {
            throw new ToolException($"--cors is not understood: {failure.Message}");
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadGrants(string[] texts)
    {
        var grants = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            var actions = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.TrimEntries) : [];
            if (actions.Length == 0 || Array.Exists(actions, static action => !TableAccess.Known.Contains(action)))
            {
                throw new ToolException($"--grant '{text}' is not understood; write a function and actions, as in events.create=Query,GetItem, of: {string.Join(", ", TableAccess.Known)}.");
            }

            grants[parts[0]] = [.. grants.GetValueOrDefault(parts[0], []).Concat(actions)];
        }

        return grants;
    }
}
