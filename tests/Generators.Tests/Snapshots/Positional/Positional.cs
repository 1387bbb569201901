[Resource("seats", Route = "/rooms/{room}/seats")]
[PrimaryKey("TENANT#{TenantId}#ROOM#{Room}", "SEAT#{Row}#{Number}")]
public partial record Seat(string Room, int Row, int Number, string? Note = null, int? Price = 5);
