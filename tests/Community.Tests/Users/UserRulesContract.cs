using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Users;

/// <summary>Who is who, and who may do what to whom.</summary>
public abstract class UserRulesContract<TDatabase> : UserTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task Whoever_registers_is_the_person_with_his_user_id()
    {
        var ann = await RegisterAsync(Ann);

        Assert.Equal(("ann", "Ann Archer", "user", false, false), (ann.Id, ann.FullName, ann.PrimaryRole, ann.IsAdmin, ann.IsOrganizer));
        Assert.Equal(["user"], ann.Roles);
        Same.Assert(ann, (await Users.GetAsync(Ann, "ann", consistent: true, Cancellation)).Data);
        await FailsAsync(ErrorCode.AlreadyExists, Users.CreateAsync(Ann, Person("second@example.org"), Cancellation));
        await FailsAsync(ErrorCode.NotFound, Users.GetByEmailAsync(Admin, "second@example.org", Cancellation));
    }

    [Fact]
    public async Task An_admin_creates_people_with_ids_of_their_own()
    {
        var (first, second) = (await CreateAsync(Person("a@example.org")), await CreateAsync(Person("b@example.org") with { Roles = ["organizer", "admin"] }));

        Assert.Equal(3, new[] { first.Id, second.Id, Admin.UserId }.Distinct().Count());
        Assert.Equal(("organizer", true, true), (second.PrimaryRole, second.IsAdmin, second.IsOrganizer));
        Assert.Equal(first.Email, (await Users.GetAsync(Callers.User("t1", first.Id), first.Id, consistent: true, Cancellation)).Data.Email);
    }

    [Fact]
    public async Task An_admin_puts_a_person_under_a_given_id_and_a_person_himself()
    {
        var made = (await Users.PutAsync(Admin, "ann", Person() with { Roles = ["organizer"] }, cancellationToken: Cancellation)).Data;
        var changed = (await Users.PutAsync(Ann, "ann", Person() with { FirstName = "Anna", Roles = ["organizer"] }, cancellationToken: Cancellation)).Data;
        var own = (await Users.PutAsync(Bob, "bob", Person("bob@example.org"), cancellationToken: Cancellation)).Data;

        Assert.Equal((null, "ann", "Ann"), (made.Before, made.After.Id, made.After.FirstName));
        Assert.Equal(("Ann", "Anna", 2L), (changed.Before!.FirstName, changed.After.FirstName, changed.After.Version));
        Assert.Equal((null, "bob"), (own.Before, own.After.Id));
        await FailsAsync(ErrorCode.PreconditionFailed, Users.PutAsync(Admin, "ann", Person(), ifVersion: 1, Cancellation));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("nobody")]
    public async Task Putting_somebody_else_tells_nothing_of_him(string id)
    {
        await RegisterAsync(Ann);
        await FailsAsync(ErrorCode.NotFound, Users.PutAsync(Bob, id, Person("x@example.org"), cancellationToken: Cancellation));
        await FailsAsync(ErrorCode.NotFound, Users.GetAsync(Admin, "nobody", consistent: true, Cancellation));
    }

    [Theory]
    [InlineData("self", null, null, null, ErrorCode.NotFound)]
    [InlineData("admin", null, null, null, null)]
    [InlineData("other", ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound)]
    [InlineData("organizer", ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound)]
    [InlineData("stranger", ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound)]
    [InlineData("foreign admin", ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound)]
    public async Task The_whole_person_is_there_for_himself_and_for_admins(string who, ErrorCode? read, ErrorCode? update, ErrorCode? delete, ErrorCode? restore)
    {
        var caller = who == "stranger" ? Callers.User("t2", "eve") : Who(who);
        await RegisterAsync(Ann);

        Assert.Equal(read, (await Users.GetAsync(caller, "ann", consistent: true, Cancellation)).Error?.Code);
        Assert.Equal(read, (await Users.BatchGetAsync(caller, ["ann"], Cancellation))[0].Error?.Code);
        Assert.Equal(update, (await Users.PatchAsync(caller, "ann", new() { LastName = "B" }, cancellationToken: Cancellation)).Error?.Code);
        Assert.Equal(delete, (await Users.DeleteAsync(caller, "ann", cancellationToken: Cancellation)).Error?.Code);
        await Users.DeleteAsync(Admin, "ann", cancellationToken: Cancellation);
        Assert.Equal(restore, (await Users.RestoreAsync(caller, "ann", cancellationToken: Cancellation)).Error?.Code);
    }

    [Fact]
    public async Task Everybody_may_delete_his_own_account_admins_too()
    {
        await RegisterAsync(Ann);
        await Users.PutAsync(Admin, "root", Person("root@example.org"), cancellationToken: Cancellation);

        Assert.True((await Users.DeleteAsync(Ann, "ann", cancellationToken: Cancellation)).IsSuccess);
        Assert.True((await Users.DeleteAsync(Admin, "root", cancellationToken: Cancellation)).IsSuccess);
        Assert.Empty((await Users.ListAllAsync(Admin, default, Cancellation)).Data.Items);
        Assert.True((await Users.RestoreAsync(Admin, "root", cancellationToken: Cancellation)).IsSuccess);
    }

    [Theory]
    [InlineData("self", "admin")]
    [InlineData("self", "user,admin")]
    [InlineData("self", "organizer")]
    [InlineData("organizer", "organizer")]
    public async Task Nobody_gives_himself_roles(string who, string roles)
    {
        var caller = Who(who);
        var refused = await Users.CreateAsync(caller, Person() with { Roles = roles.Split(',') }, Cancellation);
        Assert.Equal((ErrorCode.ValidationError, "are changed by admins only"), (refused.Error!.Code, refused.Error.Details!["roles"]));

        var own = await RegisterAsync(caller);
        await FailsAsync(ErrorCode.ValidationError, Users.PatchAsync(caller, own.Id, new() { Roles = roles.Split(',') }, cancellationToken: Cancellation));
        await FailsAsync(ErrorCode.ValidationError, Users.ReplaceAsync(caller, own.Id, Person() with { Roles = roles.Split(',') }, cancellationToken: Cancellation));
        await FailsAsync(ErrorCode.ValidationError, Users.UpdateAsync(caller, own.Id, each => each with { Roles = roles.Split(',') }, cancellationToken: Cancellation));
        Assert.Equal(["user"], (await Users.GetAsync(Admin, own.Id, consistent: true, Cancellation)).Data.Roles);
    }

    [Fact]
    public async Task Roles_that_an_admin_gave_stay_when_the_person_changes_the_rest()
    {
        await RegisterAsync(Ann);
        await Users.PatchAsync(Admin, "ann", new() { Roles = ["organizer", "user"] }, cancellationToken: Cancellation);

        var changed = await Users.PatchAsync(Ann, "ann", new() { FirstName = "Anna" }, cancellationToken: Cancellation);

        Assert.Equal(["organizer", "user"], changed.Data.Roles);
        Assert.Equal("Anna Archer", changed.Data.FullName);
        Assert.Equal(["organizer", "user"], (await Users.PatchAsync(Ann, "ann", new() { Roles = ["organizer", "user"] }, cancellationToken: Cancellation)).Data.Roles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("user,user")]
    [InlineData("a b")]
    [InlineData("user,")]
    [InlineData("a#b")]
    public async Task Roles_are_names_each_once_and_at_least_one(string roles)
    {
        var list = roles.Length == 0 ? [] : roles.Split(',');
        var refused = await Users.CreateAsync(Admin, Person() with { Roles = list }, Cancellation);
        Assert.Equal(ErrorCode.ValidationError, refused.Error?.Code);
        Assert.Equal(["roles"], refused.Error!.Details!.Keys);
    }

    [Theory]
    [InlineData("email", "", "A", "B", null)]
    [InlineData("email", "no address", "A", "B", null)]
    [InlineData("firstName", "a@example.org", "", "B", null)]
    [InlineData("lastName", "a@example.org", "A", "", null)]
    [InlineData("avatar", "a@example.org", "A", "B", "http://example.org/a.png")]
    [InlineData("avatar", "a@example.org", "A", "B", "javascript:alert(1)")]
    [InlineData("avatar", "a@example.org", "A", "B", "/a.png")]
    public async Task What_is_no_person_is_refused(string member, string email, string first, string last, string? avatar)
    {
        var input = Person(email, first, last) with { Avatar = avatar is null ? null : new Uri(avatar, UriKind.RelativeOrAbsolute) };
        var refused = await Users.CreateAsync(Ann, input, Cancellation);
        Assert.Equal(ErrorCode.ValidationError, refused.Error?.Code);
        Assert.Equal([member], refused.Error!.Details!.Keys);
    }

    [Theory]
    [InlineData("admin", null)]
    [InlineData("self", ErrorCode.AccessDenied)]
    [InlineData("organizer", ErrorCode.AccessDenied)]
    public async Task Lists_of_people_are_for_admins(string who, ErrorCode? expected)
    {
        await RegisterAsync(Ann);
        Assert.Equal(expected, (await Users.ListAllAsync(Who(who), default, Cancellation)).Error?.Code);
        Assert.Equal(expected, (await Users.ListOfRoleAsync(Who(who), "user", default, Cancellation)).Error?.Code);
    }

    [Fact]
    public async Task A_list_by_role_is_that_of_the_tenant_whole_and_by_name()
    {
        (string Last, string First)[] names = [("berg", "Zoe"), ("Berg", "Adam"), ("Aalto", "Kim"), ("Zorn", "Al"), ("aalto", "Jo"), ("Çelik", "Ada"), ("Berg#1", "X")];
        foreach (var (last, first) in names) await CreateAsync(Person($"{Guid.NewGuid():N}@example.org", first, last) with { Roles = ["organizer", "user"] });
        for (var i = 0; i < 40; i++) await CreateAsync(Person($"u{i}@example.org"));
        await Users.CreateAsync(ForeignAdmin, Person("x@example.org") with { Roles = ["organizer"] }, Cancellation);

        var (found, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await Users.ListOfRoleAsync(Admin, "organizer", new() { Limit = 3, Cursor = cursor }, Cancellation)).Data;
            found.AddRange(page.Items.Select(static each => each.FullName));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(["Jo aalto", "Kim Aalto", "Adam Berg", "Zoe berg", "X Berg#1", "Al Zorn", "Ada Çelik"], found);
        Assert.Empty((await Users.ListOfRoleAsync(Admin, "organize", default, Cancellation)).Data.Items);
    }

    [Fact]
    public async Task A_person_moves_to_the_list_of_his_new_role()
    {
        await RegisterAsync(Ann);
        await Users.PatchAsync(Admin, "ann", new() { Roles = ["organizer"] }, cancellationToken: Cancellation);
        Assert.Equal([], await IdsAsync("user"));
        Assert.Equal(["ann"], await IdsAsync("organizer"));
        await Users.DeleteAsync(Admin, "ann", cancellationToken: Cancellation);
        Assert.Equal([], await IdsAsync("organizer"));
        await Users.RestoreAsync(Admin, "ann", cancellationToken: Cancellation);
        Assert.Equal(["ann"], await IdsAsync("organizer"));
    }

    private async Task<IEnumerable<string>> IdsAsync(string role) =>
        (await Users.ListOfRoleAsync(Admin, role, default, Cancellation)).Data.Items.Select(static each => each.Id);
}

public sealed class UserRulesOnDynoxide : UserRulesContract<Dynoxide>;

public sealed class UserRulesOnDynamoDbLocal : UserRulesContract<Amazons>;
