using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.ApiKeys;

/// <summary>Lets a program act in a tenant. The key itself is in the answer of its create and nowhere else; what is stored is a hash.</summary>
[Resource("api-keys")]
[PrimaryKey("TENANT#{TenantId}", "APIKEY#{Id}")]
[Allow(Operation.All, Roles = "admin")]
public partial record ApiKey
{
    /// <summary>What it is for, for those who tidy up.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>What the program may do, such as <c>analytics:write</c>: the roles of its calls.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When it stops working. Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was withdrawn, which is for good.</summary>
    [SetByServer]
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>SHA-256 of the key's text.</summary>
    [SetByServer, Sensitive(Hidden = true)]
    public ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>The key, to be kept by whoever made it. Null ever after.</summary>
    [Computed, Sensitive]
    public string? Key => Text;

    /// <summary>The key's text, while its create is answered.</summary>
    [NotStored]
    internal string? Text { get; init; }
}
