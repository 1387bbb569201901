using GeekCafe.Lambda;
using System.Threading;
using System.Threading.Tasks;

namespace Shop;

[Resource("crates")]
[PrimaryKey("TENANT#{TenantId}", "CRATE#{Id}")]
public partial record Crate { public required string Label { get; init; } }

public partial class CrateService
{
    protected override ValueTask OnChangeAsync(StreamChange<Crate> change, CancellationToken cancellationToken) => default;

    [Job("count")]
    public Task<ServiceResult<NoContent>> CountAsync(Caller caller) => throw new NotSupportedException();

    [HttpOperation("GET", "/crates-seen", Name = "invocation", Descending = true)]
    public Task<ServiceResult<Page<Crate>>> InvocationAsync(Caller caller, PageRequest page) => throw new NotSupportedException();
}

[Resource("seals", Http = Operation.None)]
[PrimaryKey("TENANT#{TenantId}#CRATE#{CrateId}", "SEAL#{Number}")]
public partial record Seal { public required string CrateId { get; init; } public required int Number { get; init; } }

[ItemCollection]
public partial record SealedCrate { public IReadOnlyList<Seal> Seals { get; init; } = []; }

// Beside the crates' list, and a name that Lambda could not tell from it.
[Resource("crates-list", Http = Operation.Read)]
[PrimaryKey("TENANT#{TenantId}", "CRATESLIST#{Id}")]
public partial record CratesList { public string? Note { get; init; } }
