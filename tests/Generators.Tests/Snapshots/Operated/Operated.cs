using GeekCafe.Lambda;
using System.Threading;
using System.Threading.Tasks;

namespace Shop;

[Resource("parcels", Http = Operation.Read)]
[PrimaryKey("TENANT#{TenantId}#DEPOT#{Depot}", "PARCEL#{Number}")]
public partial record Parcel
{
    public required string Depot { get; init; }
    public required int Number { get; init; }
    public State State { get; init; }
}

public enum State { Here, Sent }

public partial record Sending { public required string By { get; init; } public DateTimeOffset? At { get; init; } }

public partial record Count { public int Here { get; init; } public int Sent { get; init; } }

public partial class ParcelService
{
    [HttpOperation("POST", "/depots/{depot}/parcels/{number}/send", Authentication = Authentication.ApiKey)]
    public Task<ServiceResult<Parcel>> SendAsync(Caller caller, ParcelKey key, Sending? sending, long? ifVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

    [HttpOperation("PUT", "/depots/{depot}/parcels/{number}")]
    public Task<ServiceResult<UpdateResult<Parcel>>> PlaceAsync(Caller caller, string depot, int number, ParcelInput input) => throw new NotSupportedException();

    [HttpOperation("GET", "/depots/{depot}/parcels")]
    public Task<ServiceResult<Page<Parcel>>> InAsync(Caller caller, string depot, PageRequest page, State state = State.Sent, DateOnly? day = null) => throw new NotSupportedException();

    [HttpOperation("GET", "/parcels/count", Authentication = Authentication.Public)]
    public ValueTask<ServiceResult<Count>> CountAsync(bool all) => throw new NotSupportedException();

    [HttpOperation("GET", "/parcels/counts")]
    public ValueTask<ServiceResult<Page<Count>>> CountsAsync(Caller caller, string context) => throw new NotSupportedException();

    [Job("sweep", Schedule = "rate(1 hour)")]
    public Task<ServiceResult<Count>> SweepAsync(Caller caller, Sending? sending, CancellationToken cancellationToken) => throw new NotSupportedException();

    [Job("forget")]
    public ValueTask<ServiceResult<NoContent>> ForgetAsync(Caller caller) => throw new NotSupportedException();

    [HttpOperation("DELETE", "/depots/{depot}/parcels")]
    public Task<ServiceResult<NoContent>> ClearAsync(Caller caller, string depot) => throw new NotSupportedException();
}
