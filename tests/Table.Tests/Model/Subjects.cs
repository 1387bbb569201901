using CsCheck;

namespace GeekCafe.Table.Tests.Model;

/// <summary><see cref="Ticket"/>.</summary>
public sealed class Tickets : Subject<Ticket, TicketKey, TicketInput, TicketPatch>
{
    private static readonly string?[] People = [null, "", "ann", "ann", "bob", "a#b"];
    private static readonly DateOnly?[] Days = [null, new(2026, 1, 9), new(2026, 1, 10), new(999, 12, 31)];

    public override ResourceService<Ticket, TicketKey, TicketInput, TicketPatch> Service(ServiceEnvironment environment) => new TicketService(environment);

    public override Gen<TicketInput> Inputs => Gen.Select(Gen.String[Gen.Char["ab#ä"], 1, 3], Gen.Enum<TicketState>(), Gen.Int[-2, 12], Any.Of(People), Any.Of(Days),
        static (title, state, points, assignee, due) => new TicketInput { Title = title, State = state, Points = points, Assignee = assignee, Due = due });

    public override Gen<Edit<Ticket>> Changes => Gen.OneOf(
        Gen.Int[-20, 20].Select(static points => new Edit<Ticket>($"points {points}", t => t with { Points = points }, $$"""{"points":{{points}}}""")),
        Any.Of(People).Select(static who => new Edit<Ticket>($"assignee {who}", t => t with { Assignee = who }, $$"""{"assignee":{{(who is null ? "null" : $"\"{who}\"")}}}""")),
        Any.Of(Days).Select(static day => new Edit<Ticket>($"due {day}", t => t with { Due = day }, $$"""{"due":{{(day is { } d ? $"\"{d:yyyy-MM-dd}\"" : "null")}}}""")),
        Gen.Enum<TicketState>().Select(static state => new Edit<Ticket>($"state {state}", t => t with { State = state })),
        Gen.Const(new Edit<Ticket>("tags", static t => t with { Tags = ["x", "x"], Title = "tagged" }, """{"title":"tagged","tags":["x","x"]}""")),
        Gen.Const(new Edit<Ticket>("vote", static t => t with { Votes = new Dictionary<string, int>(t.Votes) { ["a.b#"] = 1 } }, """{"votes":{"a.b#":1}}""")),
        Gen.Const(new Edit<Ticket>("no vote", static t => t with { Votes = t.Votes.Where(static v => v.Key != "a.b#").ToDictionary() }, """{"votes":{"a.b#":null}}""")),
        Gen.Const(new Edit<Ticket>("nothing", static t => t, "{}")));

    public override IReadOnlyList<ListOf<Ticket>> Lists { get; } =
    [
        new([""], static (service, caller, _, page) => ((TicketService)service).ListAsync(caller, page), static (_, _) => true, static (a, b) => string.CompareOrdinal(a.Id, b.Id)),
        new(["ann", "ann", "bob", "a#b"], static (service, caller, by, page) => ((TicketService)service).ListByAssigneeAsync(caller, by, page), static (t, by) => t.Assignee == by,
            static (a, b) => (StateName(a), a.Points, a.Id).CompareTo((StateName(b), b.Points, b.Id))),
        new([""], static (service, caller, _, page) => ((TicketService)service).ListByDueAsync(caller, page), static (t, _) => t.Due is not null,
            static (a, b) => (a.Due!.Value, a.Id).CompareTo((b.Due!.Value, b.Id))),
    ];

    public override Ticket Made(TicketInput input) =>
        new() { Title = input.Title, State = input.State ?? TicketState.Open, Points = input.Points ?? 0, Assignee = input.Assignee, Due = input.Due, Tags = input.Tags ?? [], Votes = input.Votes ?? new Dictionary<string, int>() };

    public override Ticket Replaced(Ticket current, TicketInput input) =>
        current with { Title = input.Title, State = input.State ?? TicketState.Open, Points = input.Points ?? 0, Assignee = input.Assignee, Due = input.Due, Tags = input.Tags ?? [], Votes = input.Votes ?? new Dictionary<string, int>() };

    public override bool SameIdentity(Ticket before, Ticket after) => true;

    // Names in the table decide the order: closed, in_review, open.
    private static int StateName(Ticket ticket) => ticket.State switch { TicketState.Closed => 0, TicketState.InReview => 1, _ => 2 };
}

/// <summary><see cref="Booking"/>.</summary>
public sealed class Bookings : Subject<Booking, BookingKey, BookingInput, BookingPatch>
{
    private static readonly string[] Rooms = ["1", "10", "1#", "ö"];
    private static readonly string?[] Guests = [null, "ann", "bob"];

    public override ResourceService<Booking, BookingKey, BookingInput, BookingPatch> Service(ServiceEnvironment environment) => new BookingService(environment);

    public override Gen<BookingInput> Inputs => Gen.Select(Any.Of(Rooms), Gen.Int[1, 3], Any.Of(Guests), Gen.Int[0, 300],
        static (room, day, guest, price) => new BookingInput { Room = room, Day = new(2026, 2, day), Guest = guest, Price = price / 100m });

    public override Gen<Edit<Booking>> Changes => Gen.OneOf(
        Any.Of(Guests).Select(static guest => new Edit<Booking>($"guest {guest}", b => b with { Guest = guest }, $$"""{"guest":{{(guest is null ? "null" : $"\"{guest}\"")}}}""")),
        Gen.Int[0, 99].Select(static price => new Edit<Booking>($"price {price}", b => b with { Price = price })),
        Any.Of(Rooms).Select(static room => new Edit<Booking>($"room {room}", b => b with { Room = room })));

    public override IReadOnlyList<ListOf<Booking>> Lists { get; } =
    [
        new([""], static (service, caller, _, page) => ((BookingService)service).ListAsync(caller, page), static (_, _) => true,
            static (a, b) => (Rank(a.Room), a.Day).CompareTo((Rank(b.Room), b.Day))),
        new(["ann", "bob"], static (service, caller, by, page) => ((BookingService)service).ListByGuestAsync(caller, by, page), static (b, by) => b.Guest == by,
            static (a, b) => (a.Day, Rank(a.Room)).CompareTo((b.Day, Rank(b.Room)))),
    ];

    public override Booking Made(BookingInput input) => new(input.Room, input.Day, input.Guest, input.Price ?? 0);

    public override Booking Replaced(Booking current, BookingInput input) => current with { Room = input.Room, Day = input.Day, Guest = input.Guest, Price = input.Price ?? 0 };

    public override bool MayChange(Caller caller, Booking resource) => resource.Guest == caller.UserId || caller.HasRole("desk");

    public override bool SameIdentity(Booking before, Booking after) => (before.Room, before.Day) == (after.Room, after.Day);

    // By their characters: "1", "1#", "10", "ö".
    private static int Rank(string room) => Array.IndexOf(["1", "1#", "10", "ö"], room);
}

/// <summary><see cref="Leaf"/>.</summary>
public sealed class Leaves : Subject<Leaf, LeafKey, LeafInput, LeafPatch>
{
    private static readonly string[] Trees = ["oak", "oak2"];

    public override ResourceService<Leaf, LeafKey, LeafInput, LeafPatch> Service(ServiceEnvironment environment) => new LeafService(environment);

    public override Gen<LeafInput> Inputs => Gen.Select(Any.Of(Trees), Gen.Int[-3, 11], Any.Of("ann", "bob"), Gen.Double[-1, 1].Nullable(),
        static (tree, number, reader, weight) => new LeafInput { Tree = tree, Number = number, Reader = reader, Weight = weight });

    public override Gen<Edit<Leaf>> Changes => Gen.OneOf(
        Any.Of("ann", "bob", "").Select(static reader => new Edit<Leaf>($"reader {reader}", l => l with { Reader = reader }, $$"""{"reader":"{{reader}}"}""")),
        Gen.Const(new Edit<Leaf>("no weight", static l => l with { Weight = null }, """{"weight":null}""")));

    public override IReadOnlyList<ListOf<Leaf>> Lists { get; } =
    [
        new(Trees, static (service, caller, by, page) => ((LeafService)service).ListAsync(caller, by, page), static (l, by) => l.Tree == by, static (a, b) => a.Number.CompareTo(b.Number)),
    ];

    public override Leaf Made(LeafInput input) => new() { Tree = input.Tree, Number = input.Number, Reader = input.Reader ?? "ann", Weight = input.Weight };

    public override Leaf Replaced(Leaf current, LeafInput input) => current with { Tree = input.Tree, Number = input.Number, Reader = input.Reader ?? "ann", Weight = input.Weight };

    public override bool MayRead(Caller caller, Leaf resource) => resource.Reader == caller.UserId || caller.HasRole("desk");

    public override bool MayChange(Caller caller, Leaf resource) => true;

    public override bool SameIdentity(Leaf before, Leaf after) => (before.Tree, before.Number) == (after.Tree, after.Number);
}
