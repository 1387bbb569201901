using Community.Events;
using CsCheck;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>Events with anything in their members, rules or not: what the types can hold must survive.</summary>
internal static class Events
{
    private static readonly Gen<Location> Place = Gen.Select(Values.Text, Values.Text.OrNull(), Values.Text.OrNull(), Values.Double.Maybe(), Values.Double.Maybe(),
        static (city, street, country, latitude, longitude) =>
            new Location { City = city, Street = street, Country = country, Latitude = latitude, Longitude = longitude });

    private static readonly Gen<Event> Client = Gen.Select(
        Gen.Select(Values.Text, Values.Text.OrNull(), Values.Time, Values.Time.Maybe()),
        Gen.Select(Gen.Int.Maybe(), Place.OrNull(), Values.Text.List[0, 5], Gen.Enum<EventStatus>(), Gen.Enum<Visibility>(), Values.Text),
        static (texts, rest) => new Event
        {
            Title = texts.Item1, Description = texts.Item2, StartsAt = texts.Item3, EndsAt = texts.Item4,
            Capacity = rest.Item1, Location = rest.Item2, Tags = rest.Item3, Status = rest.Item4, Visibility = rest.Item5, OrganizerId = rest.Item6,
        });

    public static readonly Gen<Event> Any = Gen.Select(
        Client, Gen.Select(Values.Id, Values.Id, Gen.Long), Gen.Select(Values.Time, Values.Text, Values.Time, Values.Text), Gen.Select(Values.Time.Maybe(), Values.Text.OrNull()),
        static (client, identity, audit, deleted) => client with
        {
            Id = identity.Item1, TenantId = identity.Item2, Version = identity.Item3,
            CreatedAt = audit.Item1, CreatedBy = audit.Item2, UpdatedAt = audit.Item3, UpdatedBy = audit.Item4, DeletedAt = deleted.Item1, DeletedBy = deleted.Item2,
        });
}
