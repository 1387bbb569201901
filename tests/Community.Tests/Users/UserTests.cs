using Community.Users;
using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Users;

/// <summary>The people of a tenant, and what tests of users share.</summary>
public abstract class UserTests<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    protected static readonly Caller Ann = Callers.User("t1", "ann"), Bob = Callers.User("t1", "bob"), Admin = Callers.User("t1", "root", "admin"),
        Host = Callers.User("t1", "hal", "organizer"), Stranger = Callers.User("t2", "ann"), ForeignAdmin = Callers.User("t2", "root", "admin");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected UserService Users => Community.Users;

    protected static UserInput Person(string email = "ann@example.org", string first = "Ann", string last = "Archer") =>
        new() { Email = email, FirstName = first, LastName = last };

    protected async Task<User> RegisterAsync(Caller caller, string? email = null) =>
        (await Users.CreateAsync(caller, Person(email ?? $"{caller.UserId}@example.org"), Cancellation)).Data;

    /// <summary>An admin creates somebody, and the whole of it.</summary>
    protected async Task<User> CreateAsync(UserInput input) => (await Users.CreateAsync(Admin, input, Cancellation)).Data;

    protected static Caller Who(string name) => name switch
    {
        "self" => Ann,
        "other" => Bob,
        "organizer" => Host,
        "admin" => Admin,
        "stranger" => Stranger,
        "foreign admin" => ForeignAdmin,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
