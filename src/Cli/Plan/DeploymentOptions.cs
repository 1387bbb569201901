namespace GeekCafe.Cli;

/// <summary>How operations are spread over functions.</summary>
internal enum FunctionSplit
{
    /// <summary>A function for each operation.</summary>
    Each,
    /// <summary>A function for each resource.</summary>
    Resource,
    /// <summary>One function for all operations.</summary>
    One,
}

/// <summary>Which kind of API Gateway's APIs.</summary>
internal enum ApiKind
{
    /// <summary>An HTTP API with a JWT authorizer.</summary>
    Http,
    /// <summary>A REST API with a Cognito authorizer.</summary>
    Rest,
}

/// <summary>What can be chosen for a deployment.</summary>
internal sealed record DeploymentOptions
{
    public FunctionSplit Functions { get; init; } = FunctionSplit.Each;

    public ApiKind Api { get; init; } = ApiKind.Http;

    /// <summary><c>arm64</c> or <c>x86_64</c>.</summary>
    public string Architecture { get; init; } = "arm64";

    /// <summary>The folder with the published <c>bootstrap</c>, relative to the template.</summary>
    public string Code { get; init; } = "./publish";

    /// <summary>Tenants for which jobs are scheduled. None: for one, which is a parameter of the deployment.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>Whether there is a role for sessions tagged with a tenant.</summary>
    public bool TenantTagged { get; init; }

    /// <summary>Origins whose pages may call the API. None: CORS is off.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Environment variables of all functions, beside those that every deployment has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>What functions may do beyond what their operations need, by the function's handler: for what the manifest does not tell.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Grants { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
