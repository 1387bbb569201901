using Community;
using Community.Attendees;
using Community.Events;
using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Attendees;

/// <summary>Many at once, on one event and on one group: nothing is lost, nothing counted twice, and never a seat too many.</summary>
public abstract class CrowdContract<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    private const int Crowd = 32;

    private readonly TestApplication<CommunityApplication> _app = new(static options => options.Database = TDatabase.OpenAsync);

    private static readonly Caller Host = Callers.User("t1", "host");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        return _app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (TDatabase.Missing is null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_32_who_accept_at_once_as_many_get_seats_as_there_are_and_the_rest_wait()
    {
        var id = await EventAsync(capacity: 10);
        var answers = await EachAsync(i => RsvpAsync(id, i, AttendeeStatus.Accepted));

        Assert.All(answers, static each => Assert.True(each.IsSuccess, each.ToString()));
        var headcount = (await Events.GetAsync(Host, id, consistent: true, Cancellation)).Data.Headcount;
        Assert.Equal(new Headcount { Accepted = 10, Seats = 10, Waiting = 22 }, headcount);
        Assert.Equal(headcount, await RecountAsync(id));
    }

    [Fact]
    public async Task Parties_of_all_sizes_never_take_more_seats_than_there_are()
    {
        var id = await EventAsync(capacity: 20);
        var answers = await EachAsync(i => RsvpAsync(id, i, AttendeeStatus.Accepted, plusOnes: i % 4));

        Assert.All(answers, static each => Assert.True(each.IsSuccess, each.ToString()));
        var headcount = (await Events.GetAsync(Host, id, consistent: true, Cancellation)).Data.Headcount;
        Assert.InRange(headcount.Seats, 17, 20);
        Assert.Equal(Crowd, headcount.Accepted + headcount.Waiting);
        Assert.Equal(headcount, await RecountAsync(id));
    }

    [Fact]
    public async Task People_who_change_their_minds_at_once_are_counted_as_they_end()
    {
        var id = await EventAsync(capacity: null);
        AttendeeStatus[] minds = [AttendeeStatus.Accepted, AttendeeStatus.Declined, AttendeeStatus.Tentative];
        Assert.All(await EachAsync(i => RsvpAsync(id, i % 8, minds[i % 3])), static each => Assert.True(each.IsSuccess, each.ToString()));
        await Task.WhenAll(new[] { 0, 4, 0, 4 }.Select(i => PersistAsync(() => Attendees.RemoveAsync(User(i), new(id, $"u{i}"), Cancellation))));

        var headcount = (await Events.GetAsync(Host, id, consistent: true, Cancellation)).Data.Headcount;
        Assert.Equal(6, headcount.Accepted + headcount.Declined + headcount.Tentative);
        Assert.Equal(headcount, await RecountAsync(id));
    }

    [Fact]
    public async Task One_person_who_answers_32_times_at_once_has_one_answer()
    {
        var id = await EventAsync(capacity: 1);
        var answers = await EachAsync(_ => RsvpAsync(id, 1, AttendeeStatus.Accepted));
        Assert.All(answers, static each => Assert.Equal(AttendeeStatus.Accepted, each.Data.Status));
        Assert.Equal(new Headcount { Accepted = 1, Seats = 1 }, (await Events.GetAsync(Host, id, consistent: true, Cancellation)).Data.Headcount);
    }

    [Fact]
    public async Task An_organizer_who_edits_meanwhile_loses_nothing()
    {
        var id = await EventAsync(capacity: 16);
        Assert.All(await EachAsync(async i => i % 2 == 0 ? (await RsvpAsync(id, i, AttendeeStatus.Accepted)).Error : (await TagAsync(id, $"tag {i}")).Error), Assert.Null);

        var stored = (await Events.GetAsync(Host, id, consistent: true, Cancellation)).Data;
        Assert.Equal((16, 16), (stored.Tags.Count, stored.Headcount.Seats));
        Assert.Equal(stored.Headcount, await RecountAsync(id));
    }

    [Fact]
    public async Task Of_32_who_join_a_group_at_once_each_is_counted_once()
    {
        var group = (await _app.Services.Groups.FoundAsync(Host, new() { Name = "g", Description = "d", Category = global::Community.Groups.GroupCategory.Hobby }, Cancellation)).Data.After;
        await EachAsync(i => PersistAsync(() => _app.Services.Memberships.JoinAsync(User(i), group.Id, Cancellation)));
        Assert.Equal(33, (await _app.Services.Groups.GetAsync(Host, group.Id, consistent: true, Cancellation)).Data.MemberCount);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => PersistAsync(() => _app.Services.Memberships.RemoveAsync(User(i), new(group.Id, $"u{i}"), Cancellation))));
        Assert.Equal(17, (await _app.Services.Groups.GetAsync(Host, group.Id, consistent: true, Cancellation)).Data.MemberCount);
    }

    private EventService Events => _app.Services.Events;

    private AttendeeService Attendees => _app.Services.Attendees;

    private static Caller User(int number) => Callers.User("t1", $"u{number}");

    private async Task<string> EventAsync(int? capacity)
    {
        var input = new EventInput { Title = "x", StartsAt = TestClock.Start.AddDays(1), Capacity = capacity };
        var made = (await Events.CreateAsync(Host, input, Cancellation)).Data;
        return (await Events.PublishAsync(Host, made.Id, cancellationToken: Cancellation)).Data.Id;
    }

    private static Task<T[]> EachAsync<T>(Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, Crowd).Select(i => Task.Run(() => act(i))));

    private Task<ServiceResult<Attendee>> RsvpAsync(string id, int user, AttendeeStatus status, int plusOnes = 0) =>
        PersistAsync(() => Attendees.RsvpAsync(User(user), new(id, $"u{user}"), new() { Status = status, PlusOnes = plusOnes }, Cancellation));

    private Task<ServiceResult<Event>> TagAsync(string id, string tag) => PersistAsync(() =>
        Events.UpdateAsync(Host, id, each => each.Tags.Contains(tag) ? each : each with { Tags = [.. each.Tags, tag] }, cancellationToken: Cancellation));

    /// <summary>On a busy machine an answer can be lost, or not come in time. As a client would, a test asks again: what is asked for here may be done twice.</summary>
    private static async Task<ServiceResult<T>> PersistAsync<T>(Func<Task<ServiceResult<T>>> act)
    {
        while (true)
        {
            var result = await act();
            if (result.Error?.Code is not (ErrorCode.OutcomeUnknown or ErrorCode.Unavailable or ErrorCode.Conflict)) return result;
        }
    }

    /// <summary>The headcount as the attendees have it: the generated list knows nothing of counts.</summary>
    private async Task<Headcount> RecountAsync(string id)
    {
        var page = (await Attendees.ListAsync(Host, id, new() { Limit = 100, Consistent = true }, Cancellation)).Data;
        Assert.Null(page.Cursor);
        var by = page.Items.ToLookup(static each => each.Status);
        return new Headcount
        {
            Invited = by[AttendeeStatus.Invited].Count(), Accepted = by[AttendeeStatus.Accepted].Count(), Declined = by[AttendeeStatus.Declined].Count(),
            Tentative = by[AttendeeStatus.Tentative].Count(), Waiting = by[AttendeeStatus.Waitlist].Count(),
            Seats = by[AttendeeStatus.Accepted].Sum(static each => 1 + each.PlusOnes), CheckedIn = page.Items.Count(static each => each.CheckedInAt is not null),
        };
    }
}

public sealed class CrowdOnDynoxide : CrowdContract<Dynoxide>;

public sealed class CrowdOnDynamoDbLocal : CrowdContract<Amazons>;
