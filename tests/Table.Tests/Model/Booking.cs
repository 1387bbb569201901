namespace GeekCafe.Table.Tests.Model;

/// <summary>A resource whose identity the client gives, so that two of them can meet.</summary>
[Resource("model-bookings")]
[PrimaryKey("TENANT#{TenantId}", "MODEL-BOOKING#{Room}#{Day}")]
[SecondaryIndex("ByGuest", "TENANT#{TenantId}#MODEL-GUEST#{Guest}", "{Day}#{Room}")]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Owner = nameof(Guest), Roles = "desk")]
public partial record Booking(string Room, DateOnly Day, string? Guest = null, decimal Price = 0);
