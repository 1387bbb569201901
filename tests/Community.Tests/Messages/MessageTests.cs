using System.Globalization;
using Community.Messages;
using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>The people who talk, and what tests of conversations share.</summary>
public abstract class MessageTests<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    protected static readonly Caller Ann = User("ann"), Bob = User("bob"), Cid = User("cid"), Eve = User("eve"), Admin = Callers.User("t1", "root", "admin"),
        Stranger = Callers.User("t2", "ann", "admin");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected MessageThreadService Threads => Community.Threads;

    protected MessageService Messages => Community.Messages;

    /// <summary>With time enough on a busy machine: what is retried until the deadline must not depend on how fast it is.</summary>
    protected static Caller User(string id) => Callers.User("t1", id).WithDeadline(DateTimeOffset.UtcNow.AddMinutes(10));

    protected static NewThread About(string subject, params string[] others) =>
        new() { Subject = subject, Participants = [.. others.Select(static each => new Participant { UserId = each })] };

    /// <summary>Ann begins a thread with others.</summary>
    protected async Task<MessageThread> StartAsync(params string[] others) => (await Threads.StartAsync(Ann, About("x", others), Cancellation)).Data.After;

    protected async Task<Message> PostAsync(Caller caller, MessageThread thread, string content = "x") =>
        (await Messages.PostAsync(caller, thread.Id, new() { Content = content }, Cancellation)).Data.After;

    protected async Task<MessageThread> GetAsync(MessageThread thread) => (await Threads.GetAsync(Ann, thread.Id, consistent: true, Cancellation)).Data;

    /// <summary>What a participant's list says of a thread.</summary>
    protected async Task<UserThread?> ListedAsync(Caller caller, MessageThread thread, bool archived = false) =>
        (await Threads.ListOwnAsync(caller, new() { Limit = 100 }, archived, cancellationToken: Cancellation)).Data.Items.SingleOrDefault(each => each.Id == thread.Id);

    protected async Task<long?> UnreadAsync(Caller caller, MessageThread thread) => (await ListedAsync(caller, thread))?.Unread;

    protected async Task<List<Message>> AllAsync(Caller caller, MessageThread thread, bool descending = false, int limit = 7)
    {
        var (items, cursor) = (new List<Message>(), (string?)null);
        do
        {
            var page = (await Messages.ListOfThreadAsync(caller, thread.Id, new() { Limit = limit, Cursor = cursor, Descending = descending }, Cancellation)).Data;
            items.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return items;
    }

    protected static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
