using System.Text;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>Everything to deploy of an application, from which all templates are written.</summary>
internal sealed record DeploymentPlan(ApplicationManifest Manifest, DeploymentOptions Options, IReadOnlyList<FunctionPlan> Functions)
{
    /// <summary>Whether changes of the table are processed.</summary>
    public bool HasStream => Functions.Any(static function => function.IsStream);

    /// <summary>Whether any operation is for callers with tokens.</summary>
    public bool NeedsTokens => Manifest.Operations.Any(ApiDefinition.NeedsToken);

    /// <summary>Jobs that run by themselves.</summary>
    public IEnumerable<FunctionPlan> Scheduled => Functions.Where(static function => function.Job?.Schedule is not null);

    /// <summary>What the gateway does for pages of other origins; null: nothing.</summary>
    public Cors? Cors => Options.CorsOrigins.Count > 0 ? new(Options.CorsOrigins) : null;

    /// <summary>What sessions tagged with a tenant may do; null: there is no role for them.</summary>
    public TenantPolicy? Tenant => Options.TenantTagged ? TenantPolicy.Of(Manifest) : null;

    /// <summary>Environment variables of all functions whose values are known now.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables => Options.CorsOrigins.Count > 0
        ? Options.Variables.Prepend(new(Cors.Variable, string.Join(',', Options.CorsOrigins)))
        : Options.Variables;

    public static DeploymentPlan Of(ApplicationManifest manifest, DeploymentOptions options)
    {
        var functions = new List<FunctionPlan>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (handler, operations) in Split(manifest, options.Functions))
        {
            var access = operations.Select(operation => TableAccess.Of(operation, manifest)).Aggregate(static (left, right) => left.With(right));
            functions.Add(new(Id(handler, ids), handler, access) { Operations = operations });
        }

        if (manifest.Streams.Count > 0) functions.Add(new(Id(FunctionPlan.Streams, ids), FunctionPlan.Streams, TableAccess.Everything(manifest)));
        foreach (var job in manifest.Jobs)
        {
            var namesake = functions.FindIndex(each => each.Handler == job.Name);
            if (namesake < 0) functions.Add(new(Id(job.Name, ids), job.Name, TableAccess.Everything(manifest)) { Job = job });
            else functions[namesake] = functions[namesake] with { Job = job, Access = TableAccess.Everything(manifest) };
        }

        if (options.Grants.Keys.FirstOrDefault(handler => !functions.Exists(each => each.Handler == handler)) is { } unknown)
        {
            throw new ToolException($"--grant names '{unknown}', which is no function of this deployment; name one of: {string.Join(", ", functions.Select(static each => each.Handler))}.");
        }

        return new(manifest, options, [.. functions.Select(function => Granted(function, manifest, options))]);
    }

    /// <summary>A name in the form of logical ids: letters and digits.</summary>
    public static string Pascal(string name)
    {
        var id = new StringBuilder();
        var upper = true;
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character)) id.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = !char.IsAsciiLetterOrDigit(character);
        }

        return id.ToString();
    }

    private static IEnumerable<(string Handler, IReadOnlyList<ManifestOperation> Operations)> Split(ApplicationManifest manifest, FunctionSplit split) => split switch
    {
        FunctionSplit.One => manifest.Operations.Count == 0 ? [] : [("api", manifest.Operations)],
        FunctionSplit.Resource => manifest.Operations.GroupBy(static operation => operation.Resource).Select(static group => (group.Key, (IReadOnlyList<ManifestOperation>)[.. group])),
        _ => manifest.Operations.Select(static operation => (operation.Name, (IReadOnlyList<ManifestOperation>)[operation])),
    };

    private static string Id(string handler, HashSet<string> taken)
    {
        var id = Pascal(handler) + "Function";
        for (var number = 2; !taken.Add(id); number++) id = $"{Pascal(handler)}Function{number}";
        return id;
    }

    private static FunctionPlan Granted(FunctionPlan function, ApplicationManifest manifest, DeploymentOptions options)
    {
        if (!options.Grants.TryGetValue(function.Handler, out var actions)) return function;
        var indexes = actions.Contains("Query") ? TableAccess.Reading(manifest).Indexes : [];
        return function with { Access = function.Access.With(new(actions, indexes)) };
    }
}
