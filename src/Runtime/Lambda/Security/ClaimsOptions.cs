namespace GeekCafe.Lambda;

/// <summary>Which claims name the tenant, the user and the roles.</summary>
/// <remarks>
/// The gateway's authorizer verifies; here is only read what it verified. A Cognito attribute such as <c>custom:tenant_id</c> is
/// writable by
/// the signed-in user unless the app client's write attributes leave it out or it is immutable: check that, or inject the claim by a
/// pre-token-generation trigger and name it here.
/// </remarks>
public sealed record ClaimsOptions
{
    /// <summary>Claims that name the tenant. All that are present must agree. Default <c>custom:tenant_id</c>.</summary>
    public IReadOnlyList<string> TenantClaims { get; init; } = ["custom:tenant_id"];

    /// <summary>Claims that name the user; the first present one counts. Default <c>custom:user_id</c>, then <c>sub</c>.</summary>
    public IReadOnlyList<string> UserClaims { get; init; } = ["custom:user_id", "sub"];

    /// <summary>Claims that list roles; all count together. Default <c>cognito:groups</c> and <c>custom:user_roles</c>.</summary>
    public IReadOnlyList<string> RoleClaims { get; init; } = ["cognito:groups", "custom:user_roles"];

    /// <summary>
    /// Claims that must be present with one of the values, such as <c>token_use</c> → <c>id</c>, <c>iss</c>, or <c>aud</c>. Default
    /// none: the
    /// gateway's authorizer checks issuer and audience, but not the token's use.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredClaims { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// What separates roles in a claim's text. Null, the default, understands the forms gateways write: <c>[a b]</c> (HTTP APIs),
    /// <c>a,b</c>
    /// (REST APIs) and a JSON array. Where tenants choose the names of groups, set the one separator that no name can hold.
    /// </summary>
    public char? RoleSeparator { get; init; }
}
