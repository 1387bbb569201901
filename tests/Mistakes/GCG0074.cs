// A part that its index does not hold.
using System.Threading.Tasks;

namespace Mistakes.GCG0074;

[Resource("events")]
[PrimaryKey("TENANT#{TenantId}", "EVENT#{Id}")]
[SecondaryIndex("Cards", "TENANT#{TenantId}#EVENTS", "EVENT#{Id}", Index = "eventCards", Projection = IndexProjection.Include, Include = ["Title"])]
public partial record Event
{
    public string Title { get; init; } = "";
    public string Place { get; init; } = "";
}

[ProjectionOf<Event>]
public partial record EventCard
{
    public string Title { get; init; } = "";
    public string Place { get; init; } = "";
}

public static class Calendar
{
    public static Task<ServiceResult<Page<EventCard>>> ReadAsync(EventService events, Caller caller) => events.ListCardsAsync<EventCard>(caller);
}
