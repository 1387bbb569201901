// A method that HTTP has not.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0081;

[Resource("parcels")]
[PrimaryKey("TENANT#{TenantId}", "PARCEL#{Id}")]
public partial record Parcel;

public partial class ParcelService
{
    [HttpOperation("FETCH", "/parcels/latest")]
    public Task<ServiceResult<Parcel>> LatestAsync(Caller caller) => throw new NotSupportedException();
}
