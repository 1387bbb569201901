using GeekCafe;
using GeekCafe.Validation;

namespace Community.Users;

/// <content>The rules of users beyond those declared.</content>
public partial class UserService
{
    /// <summary>Lists everybody: for admins.</summary>
    [HttpOperation("GET", "/users", Name = "list")]
    public async Task<ServiceResult<Page<User>>> ListAllAsync(Caller caller, PageRequest page, CancellationToken cancellationToken = default) =>
        caller.IsAdmin() ? await ListAsync(caller, page, cancellationToken) : ServiceError.AccessDenied;

    /// <summary>Lists those whose primary role it is, by name: for admins.</summary>
    [HttpOperation("GET", "/users/by-role/{role}")]
    public async Task<ServiceResult<Page<User>>> ListOfRoleAsync(Caller caller, string role, PageRequest page, CancellationToken cancellationToken = default) =>
        caller.IsAdmin() ? await ListByRoleAsync(caller, role, page, cancellationToken) : ServiceError.AccessDenied;

    /// <summary>Finds a person by e-mail address, whatever its case: for the person and admins.</summary>
    [HttpOperation("GET", "/users/by-email/{email}")]
    public Task<ServiceResult<User>> FindByEmailAsync(Caller caller, string email, CancellationToken cancellationToken = default) =>
        GetByEmailAsync(caller, email, cancellationToken);

    /// <summary>Creates or replaces the person with an id: admins anybody, others themselves.</summary>
    [HttpOperation("PUT", "/users/{id}", Name = "replace")]
    public async Task<ServiceResult<UpdateResult<User>>> PutAsync(
        Caller caller, UserKey key, UserInput input, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        if (!caller.IsAdmin() && key.Id != caller.UserId) return ServiceError.NotFound;
        if (ifVersion is null) return await PutAsync(caller, input, user => user with { Id = key.Id }, cancellationToken);
        return (await ReplaceAsync(caller, key, input, ifVersion, cancellationToken)).TryGet(out var user, out var error)
            ? new UpdateResult<User>(user, user)
            : error;
    }

    /// <summary>What a person shows to the caller.</summary>
    [HttpOperation("GET", "/users/{id}/profile")]
    public async Task<ServiceResult<PublicProfile>> GetProfileAsync(Caller caller, UserKey key, CancellationToken cancellationToken = default) =>
        Shown(caller, await GetAsync(caller.AsSystem("shows a profile"), key, cancellationToken: cancellationToken));

    /// <summary>What a person shows whom organizers look for by e-mail address.</summary>
    [HttpOperation("GET", "/users/by-email/{email}/profile")]
    public async Task<ServiceResult<PublicProfile>> FindProfileAsync(Caller caller, string email, CancellationToken cancellationToken = default)
    {
        if (!caller.IsAdmin() && !caller.HasRole(Role.Organizer)) return ServiceError.AccessDenied;
        var found = await GetByEmailAsync(caller.AsSystem("looks for a person to invite"), email, cancellationToken);
        return found.TryGet(out var user, out _) && !user.Privacy.SearchableByHosts ? ServiceError.NotFound : Shown(caller, found);
    }

    /// <summary>Admins create people, with ids for their claims; everybody else registers himself.</summary>
    protected override User OnCreating(Caller caller, User resource) => caller.IsAdmin() ? resource : resource with { Id = caller.UserId };

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, User next, User? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> given = current?.Roles ?? [Role.User];
        if (!caller.IsAdmin() && !next.Roles.SequenceEqual(given)) errors.Add("roles", "are changed by admins only");
        if (!next.Roles.All(static role => Identifier.IsValid(role)) || next.Roles.Distinct().Count() < next.Roles.Count) errors.Add("roles", "must be different names of A-Z a-z 0-9 _ -");
        if (next.Email.Any(static each => char.IsWhiteSpace(each) || char.IsControl(each))) errors.Add("email", "must be an address without spaces");
        if (next.Avatar is { } avatar && !(avatar.IsAbsoluteUri && avatar.Scheme == Uri.UriSchemeHttps)) errors.Add("avatar", "must be an https address");
        return ValueTask.CompletedTask;
    }

    /// <summary>Who may not see a profile learns nothing of it, not even that it is there.</summary>
    private static ServiceResult<PublicProfile> Shown(Caller caller, ServiceResult<User> found)
    {
        if (!found.TryGet(out var user, out var error)) return error;
        var isShown = user.Id == caller.UserId || caller.IsAdmin() || user.Privacy.ProfileVisibility switch
        {
            ProfileVisibility.Public => true,
            ProfileVisibility.InviteOnly => caller.HasRole(Role.Organizer),
            _ => false,
        };
        return isShown ? user.ToProfile() : ServiceError.NotFound;
    }
}
