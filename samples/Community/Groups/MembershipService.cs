using Community.Users;
using GeekCafe;
using GeekCafe.Validation;

namespace Community.Groups;

/// <content>Joining, leaving, roles. Each membership is written together with the group's count of members: both or neither.</content>
public partial class MembershipService
{
    private const string Counting = "keeps the count of members";

    private GroupService Groups => new(Environment);

    /// <summary>What a person may do in a group, for services that build on groups.</summary>
    /// <param name="caller">Who asks; of his tenant.</param>
    /// <param name="groupId">In which group.</param>
    /// <param name="userId">Whose role. Null: the caller's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The role, or null if the person is no member.</returns>
    /// <exception cref="ServiceException">It could not be read. That is no "no".</exception>
    public async ValueTask<GroupRole?> RoleOfAsync(Caller caller, string groupId, string? userId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        GroupRole? role = null;
        var lookups = new Lookups(Environment, caller);
        var isMember = lookups.FindMembership(groupId, own =>
        {
            role = own.Role;
            return own.IsActive;
        }, userId);
        await lookups.ReadAsync(cancellationToken);
        return isMember() ? role : null;
    }

    /// <summary>Whether there is such a group, whoever may see it.</summary>
    internal async ValueTask<bool> HasGroupAsync(Caller caller, string groupId, CancellationToken cancellationToken)
    {
        var lookups = new Lookups(Environment, caller);
        var isThere = lookups.Find(Groups, new GroupKey(groupId), static _ => true);
        await lookups.ReadAsync(cancellationToken);
        return isThere();
    }

    /// <summary>Joins a group, or, where that needs approval, asks to.</summary>
    /// <param name="caller">Who joins.</param>
    /// <param name="groupId">Which group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/groups/{groupId}/members", Name = "join")]
    public async Task<ServiceResult<UpdateResult<Membership>>> JoinAsync(Caller caller, string groupId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if ((await Groups.GetAsync(caller, groupId, consistent: true, cancellationToken)).Error is { } error) return error;
        var key = new MembershipKey(groupId, caller.UserId);
        return await MoveAsync(caller, key, (group, current) => current is not null
            ? throw new ServiceException(new ServiceError(ErrorCode.AlreadyExists, current.IsActive ? "You are a member already." : "You have asked already."))
            : group.JoinApproval == JoinApproval.Open ? NewMember(key) : new Membership { GroupId = groupId, UserId = caller.UserId, State = MembershipState.Requested }, cancellationToken);
    }

    /// <summary>Adds a person: the way into a private group, which others do not see.</summary>
    /// <param name="caller">Its owner, a co-owner or a moderator.</param>
    /// <param name="key">Whom, to which group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("PUT", "/groups/{groupId}/members/{userId}")]
    public async Task<ServiceResult<UpdateResult<Membership>>> AddAsync(Caller caller, MembershipKey key, CancellationToken cancellationToken = default) =>
        await RefusalAsync(caller, key.GroupId, GroupRole.Moderator, cancellationToken) is { } refusal
            ? refusal
            : await MoveAsync(caller, key, (_, current) => current is { IsActive: true } ? current : NewMember(key), cancellationToken);

    /// <summary>Makes a member of a person who has asked to become one.</summary>
    /// <param name="caller">Its owner, a co-owner or a moderator.</param>
    /// <param name="key">Whom, in which group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/groups/{groupId}/members/{userId}/approve")]
    public async Task<ServiceResult<Membership>> ApproveAsync(Caller caller, MembershipKey key, CancellationToken cancellationToken = default) =>
        await RefusalAsync(caller, key.GroupId, GroupRole.Moderator, cancellationToken) is { } refusal
            ? refusal
            : After(await MoveAsync(caller, key, (_, current) => current switch
            {
                null => throw new ServiceException(ServiceError.NotFound),
                { IsActive: true } => throw new ServiceException(ServiceError.State("The person is a member already.")),
                _ => current with { State = MembershipState.Active, JoinedAt = Environment.Clock.GetUtcNow() },
            }, cancellationToken));

    /// <summary>Gives a member a role. One gives and takes only what is below the own role; one may step down oneself.</summary>
    /// <param name="caller">Its owner or a co-owner.</param>
    /// <param name="key">Whom, in which group.</param>
    /// <param name="change">Which role.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("PUT", "/groups/{groupId}/members/{userId}/role")]
    public async Task<ServiceResult<Membership>> GiveRoleAsync(Caller caller, MembershipKey key, GroupRoleChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Role == GroupRole.Owner) return ServiceError.Invalid("role", "must be member, moderator or coOwner; a transfer makes an owner");
        if (await RefusalAsync(caller, key.GroupId, GroupRole.CoOwner, cancellationToken) is { } refusal) return refusal;
        var own = await RoleOfAsync(caller, key.GroupId, cancellationToken: cancellationToken);
        return After(await MoveAsync(caller, key, (_, current) => current switch
        {
            null => throw new ServiceException(ServiceError.NotFound),
            { IsActive: false } => throw new ServiceException(ServiceError.State("The person is no member yet.")),
            _ when !(change.Role < own && (current.Role < own || key.UserId == caller.UserId)) => throw new ServiceException(ServiceError.AccessDenied),
            _ => current with { Role = change.Role },
        }, cancellationToken));
    }

    /// <summary>Leaves a group, or removes a person whose role is below the own; removing who is removed changes nothing.</summary>
    /// <param name="caller">The person; or its owner, a co-owner or a moderator.</param>
    /// <param name="key">Whom, from which group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("DELETE", "/groups/{groupId}/members/{userId}", Name = "delete")]
    public async Task<ServiceResult<NoContent>> RemoveAsync(Caller caller, MembershipKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var isSelf = key.UserId == caller.UserId;
        if (!isSelf && await RefusalAsync(caller, key.GroupId, GroupRole.Moderator, cancellationToken) is { } refusal) return refusal;
        var own = isSelf ? null : await RoleOfAsync(caller, key.GroupId, cancellationToken: cancellationToken);

        var transaction = new ServiceTransaction(Environment, caller);
        var member = transaction.Delete(this, key).AsSystem(Counting);
        transaction.Update(Groups, new GroupKey(key.GroupId), group => member.Before switch
        {
            { Role: GroupRole.Owner } => throw new ServiceException(ServiceError.State("The owner cannot leave. Pass the group on first.")),
            { } before when !isSelf && !(before.Role < own) => throw new ServiceException(ServiceError.AccessDenied),
            var before => group with { MemberCount = group.MemberCount - Count(before) },
        }).AsSystem(Counting);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new NoContent() : result.Error;
    }

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, Membership next, Membership? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(next.UserId)) errors.Add("userId", "must be 1 to 64 of A-Z a-z 0-9 _ -");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Membership resource, CancellationToken cancellationToken) =>
        operation != Operation.Read || (await AuthorizeReadsAsync(caller, [resource], cancellationToken))[0];

    /// <summary>One's own; members of groups one can read; and who asks to join, for those who approve.</summary>
    protected override async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Membership> resources, CancellationToken cancellationToken)
    {
        var lookups = new Lookups(Environment, caller);
        Func<bool>[] answers = [.. resources.Select(each => each.UserId == caller.UserId || caller.IsAdmin() ? Lookups.Yes : Ask(each))];
        await lookups.ReadAsync(cancellationToken);
        return [.. answers.Select(static answer => answer())];

        Func<bool> Ask(Membership each)
        {
            var isPublic = lookups.Find(Groups, new GroupKey(each.GroupId), static group => group.Privacy == GroupPrivacy.Public);
            var isMember = lookups.FindMembership(each.GroupId, static mine => mine.IsActive);
            var approves = lookups.FindMembership(each.GroupId, static mine => mine is { IsActive: true, Role: >= GroupRole.Moderator });
            return () => each.IsActive ? isPublic() || isMember() : approves();
        }
    }

    private static int Count(Membership? membership) => membership is { IsActive: true } ? 1 : 0;

    private Membership NewMember(MembershipKey key) => new() { GroupId = key.GroupId, UserId = key.UserId, JoinedAt = Environment.Clock.GetUtcNow() };

    /// <summary>Changes a membership and the count together, however many do so at once: again with what stands there while others are faster.</summary>
    private async Task<ServiceResult<UpdateResult<Membership>>> MoveAsync(
        Caller caller, MembershipKey key, Func<Group, Membership?, Membership> move, CancellationToken cancellationToken)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        TransactionEntry<Group>? group = null;
        var member = transaction.Put(this, key, current => move(group!.Before ?? throw new ServiceException(ServiceError.NotFound), current)).AsSystem(Counting);
        group = transaction.Update(Groups, new GroupKey(key.GroupId), each => each with { MemberCount = each.MemberCount - Count(member.Before) + Count(member.After) }).AsSystem(Counting);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new UpdateResult<Membership>(member.Before, member.Result.Data) : result.Error;
    }

    private static ServiceResult<Membership> After(ServiceResult<UpdateResult<Membership>> result) => result.TryGet(out var moved, out var error) ? moved.After : error;

    /// <summary>Why the caller may not do this in the group; null if his role is high enough.</summary>
    private async ValueTask<ServiceError?> RefusalAsync(Caller caller, string groupId, GroupRole atLeast, CancellationToken cancellationToken)
    {
        if ((await Groups.GetAsync(caller, groupId, consistent: true, cancellationToken)).Error is { } error) return error;
        return await RoleOfAsync(caller, groupId, cancellationToken: cancellationToken) >= atLeast ? null : ServiceError.AccessDenied;
    }
}
