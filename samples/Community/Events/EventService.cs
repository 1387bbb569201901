using System.Globalization;
using Community.Attendees;
using Community.Groups;
using Community.Users;
using GeekCafe;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace Community.Events;

/// <content>Publishing, cancelling, what is upcoming, and who sees what.</content>
public partial class EventService
{
    /// <summary>How far ahead an event may begin.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(365);

    // Made when they are needed: they hold this service in turn.
    private MembershipService Memberships => new(Environment);

    private AttendeeService Attendees => new(Environment);

    /// <summary>Makes a draft visible to those it is for.</summary>
    /// <param name="caller">The organizer, or an admin.</param>
    /// <param name="key">Which event.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{id}/publish")]
    public Task<ServiceResult<Event>> PublishAsync(Caller caller, EventKey key, long? ifVersion = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(caller, key, static each => each.Publish(), ifVersion, cancellationToken: cancellationToken);

    /// <summary>Calls an event off. It stays visible, with the reason, and takes no more answers.</summary>
    /// <param name="caller">The organizer, or an admin.</param>
    /// <param name="key">Which event.</param>
    /// <param name="cancellation">Why.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{id}/cancel")]
    public Task<ServiceResult<Event>> CancelAsync(
        Caller caller, EventKey key, Cancellation cancellation, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        return UpdateAsync(caller, key, each => each.Cancel(cancellation.Reason), ifVersion, cancellationToken: cancellationToken);
    }

    /// <summary>Events that the caller may see.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="visibility">Only those that are for these people. Null: all.</param>
    /// <param name="status">Only those of which that became. Null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/events", Name = "list")]
    public Task<ServiceResult<Page<Event>>> ListAllAsync(
        Caller caller, PageRequest page, Visibility? visibility = null, EventStatus? status = null, CancellationToken cancellationToken = default) =>
        ListAsync(caller, Filter.All(visibility is { } who ? EventFilter.Visibility.Is(who) : null, status is { } what ? EventFilter.Status.Is(what) : null), page, cancellationToken);

    /// <summary>Published events that have not begun, the next one first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/events/upcoming")]
    public async Task<ServiceResult<Page<Event>>> ListUpcomingAsync(Caller caller, PageRequest page = default, CancellationToken cancellationToken = default)
    {
        // A cursor belongs to its range, and this range begins when the first page is read: the cursor carries that moment along.
        var now = Environment.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (from, cursor) = page.Cursor?.Split('.', 2) is [var moment, var rest] && long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var then) && then <= now
            ? (then, rest)
            : (now, page.Cursor);

        var range = EventSort.Published.PublishedStart.AtLeast(DateTimeOffset.FromUnixTimeMilliseconds(from));
        var found = await ListPublishedAsync(caller, range, page with { Cursor = cursor }, cancellationToken);
        return found.TryGet(out var shown, out var error) ? shown with { Cursor = shown.Cursor is null ? null : $"{from}.{shown.Cursor}" } : error;
    }

    /// <inheritdoc/>
    protected override async ValueTask ValidateAsync(Caller caller, Event next, Event? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        var isPublishing = next.Status == EventStatus.Published && current?.Status != EventStatus.Published;
        var isDraft = next.Status == EventStatus.Draft;
        if (!isDraft && string.IsNullOrWhiteSpace(next.Title)) errors.Add("title", "is needed by a published event");
        if (!isDraft && next.StartsAt is null) errors.Add("startsAt", "is needed by a published event");
        if ((isPublishing || next.StartsAt != current?.StartsAt) && !IsAhead(next.StartsAt)) errors.Add("startsAt", "must be in the future, at most 365 days from now");
        if (next.EndsAt < next.StartsAt) errors.Add("endsAt", "must not be before startsAt");
        if (next.Capacity < next.Headcount.Seats) errors.Add("capacity", $"must be at least {next.Headcount.Seats}: so many seats are taken");
        if (next.Visibility == Visibility.Members && next.GroupId is null) errors.Add("visibility", "members needs a groupId: the group whose members see it");
        if (next.GroupId == current?.GroupId) return;
        if (current?.GroupId is not null) errors.Add("groupId", "cannot change once it is set");
        else if (!await MayHostForAsync(caller, next.GroupId!, cancellationToken)) errors.Add("groupId", "must be a group that you organize or moderate");
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Event resource, CancellationToken cancellationToken) =>
        operation != Operation.Read || (await AuthorizeReadsAsync(caller, [resource], cancellationToken))[0];

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Event> resources, CancellationToken cancellationToken)
    {
        // Own memberships and invitations of a whole page are one request; a page without such events needs none.
        var lookups = new Lookups(Environment, caller);
        Func<bool>[] answers = [.. resources.Select(each => each switch
        {
            _ when each.IsRunBy(caller) => Lookups.Yes,
            { Status: EventStatus.Draft } => Lookups.No,
            { Visibility: Visibility.Public } => Lookups.Yes,
            { Visibility: Visibility.Members, GroupId: { } groupId } => lookups.FindMembership(groupId, static own => own.IsActive),
            _ => lookups.Find(Attendees, new AttendeeKey(each.Id, caller.UserId), static _ => true),
        })];
        await lookups.ReadAsync(cancellationToken);
        return [.. answers.Select(static answer => answer())];
    }

    private bool IsAhead(DateTimeOffset? start)
    {
        var now = Environment.Clock.GetUtcNow();
        return start is null || (start >= now && start <= now + Horizon);
    }

    private async ValueTask<bool> MayHostForAsync(Caller caller, string groupId, CancellationToken cancellationToken) => caller.IsAdmin()
        ? await Memberships.HasGroupAsync(caller, groupId, cancellationToken)
        : await Memberships.RoleOfAsync(caller, groupId, cancellationToken: cancellationToken) >= GroupRole.Moderator;
}
