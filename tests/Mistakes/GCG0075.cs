// A part that keys do not tell.
using System.Threading.Tasks;

namespace Mistakes.GCG0075;

[Resource("guests")]
[PrimaryKey("TENANT#{TenantId}", "GUEST#{Id}")]
[SecondaryIndex("Ids", "TENANT#{TenantId}#GUESTS", "GUEST#{Id}", Index = "guestIds", Projection = IndexProjection.KeysOnly)]
public partial record Guest
{
    public string Name { get; init; } = "";
}

[ProjectionOf<Guest>]
public partial record GuestName
{
    public string Name { get; init; } = "";
}

public static class GuestList
{
    public static Task<ServiceResult<Page<GuestName>>> ReadAsync(GuestService guests, Caller caller) => guests.ListIdsAsync<GuestName>(caller);
}
