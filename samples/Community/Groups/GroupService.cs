using GeekCafe;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace Community.Groups;

/// <content>Founding, passing on, and who may do what.</content>
public partial class GroupService
{
    private const string Founding = "makes a group and its owner's membership";

    private MembershipService Memberships => new(Environment);

    /// <summary>Creates a group, and the caller's membership as its owner with it.</summary>
    /// <param name="caller">Who is to own it.</param>
    /// <param name="input">The group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/groups", Name = "create")]
    public async Task<ServiceResult<UpdateResult<Group>>> FoundAsync(Caller caller, GroupInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var transaction = new ServiceTransaction(Environment, caller) { IdempotencyKey = caller.IdempotencyKey };
        var group = transaction.Create(this, input, static each => each with { MemberCount = 1 }).AsSystem(Founding);

        // Which group it is, is known once that is made; what stands in a key cannot be empty until then.
        var owner = new MembershipInput { GroupId = "new", UserId = caller.UserId, Role = GroupRole.Owner };
        transaction.Create(Memberships, owner, each => each with { GroupId = group.Pending.Id, JoinedAt = group.Pending.CreatedAt }).AsSystem(Founding);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new UpdateResult<Group>(null, group.Result.Data) : result.Error;
    }

    /// <summary>Groups that the caller may see.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="privacy">Only those that are public, or private. Null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/groups", Name = "list")]
    public Task<ServiceResult<Page<Group>>> ListAllAsync(Caller caller, PageRequest page, GroupPrivacy? privacy = null, CancellationToken cancellationToken = default) =>
        ListAsync(caller, Filter.All(privacy is { } wanted ? GroupFilter.Privacy.Is(wanted) : null), page, cancellationToken);

    /// <summary>Groups of a category that the caller may see, by name.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="category">Which category.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/groups/by-category/{category}")]
    public Task<ServiceResult<Page<Group>>> ListOfCategoryAsync(Caller caller, GroupCategory category, PageRequest page, CancellationToken cancellationToken = default) =>
        ListByCategoryAsync(caller, category, page, cancellationToken);

    /// <summary>Passes a group on to another member. Who owned it stays as co-owner.</summary>
    /// <param name="caller">The owner.</param>
    /// <param name="key">Which group.</param>
    /// <param name="to">To whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/groups/{id}/transfer")]
    public async Task<ServiceResult<Group>> TransferAsync(Caller caller, GroupKey key, Transfer to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(to);
        const string Reason = "passes a group on";
        if (!(await GetAsync(caller, key, consistent: true, cancellationToken)).TryGet(out var found, out var error)) return error;
        if (found.OwnerId != caller.UserId) return ServiceError.AccessDenied;
        if (to.UserId == caller.UserId) return ServiceError.State("You own the group already.");

        var transaction = new ServiceTransaction(Environment, caller);
        var group = transaction.Update(this, key, each => each.OwnerId == caller.UserId
            ? each with { OwnerId = to.UserId }
            : throw new ServiceException(ServiceError.AccessDenied)).AsSystem(Reason);
        transaction.Put(Memberships, new MembershipKey(key.Id, to.UserId), static each => each is { IsActive: true }
            ? each with { Role = GroupRole.Owner }
            : throw new ServiceException(ServiceError.State("Only a member can become the owner."))).AsSystem(Reason);
        transaction.Update(Memberships, new MembershipKey(key.Id, caller.UserId), static each => each with { Role = GroupRole.CoOwner }).AsSystem(Reason);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? group.Result : result.Error;
    }

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, Group next, Group? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        foreach (var (i, tag) in next.Tags.Index())
        {
            if (tag.Length is < 1 or > 20) errors.Add($"tags[{i}]", "must have 1 to 20 characters");
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Group resource, CancellationToken cancellationToken) => operation switch
    {
        Operation.Read => (await AuthorizeReadsAsync(caller, [resource], cancellationToken))[0],
        Operation.Update => resource.OwnerId == caller.UserId || await Memberships.RoleOfAsync(caller, resource.Id, cancellationToken: cancellationToken) >= GroupRole.CoOwner,
        _ => true,
    };

    /// <summary>Public groups, and the private ones one is in.</summary>
    protected override async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Group> resources, CancellationToken cancellationToken)
    {
        var lookups = new Lookups(Environment, caller);
        Func<bool>[] answers = [.. resources.Select(each => each.Privacy == GroupPrivacy.Public || each.OwnerId == caller.UserId || Users.Role.IsAdmin(caller)
            ? Lookups.Yes
            : lookups.Find(Memberships, new MembershipKey(each.Id, caller.UserId), static own => own.IsActive))];
        await lookups.ReadAsync(cancellationToken);
        return [.. answers.Select(static answer => answer())];
    }
}
