using System.Text;
using System.Text.Json;
using GeekCafe.Json;
using GeekCafe.Testing;
using GeekCafe.Validation;

namespace GeekCafe.Table.Tests.Model;

/// <summary>
/// Runs a sequence on a service and on dictionaries, and compares every answer: what is stored, who sees it, versions, error codes, the content and
/// order of lists.
/// </summary>
/// <param name="subject">The kind of resource.</param>
/// <param name="environment">What the service works on. Its clock must stand still.</param>
/// <param name="name">Makes the tenants of this run its own.</param>
public sealed class Oracle<TResource, TKey, TInput, TPatch>(Subject<TResource, TKey, TInput, TPatch> subject, ServiceEnvironment environment, string name)
    where TResource : class, IResource<TResource, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    private readonly ResourceService<TResource, TKey, TInput, TPatch> _service = subject.Service(environment);

    private readonly Caller[] _callers =
    [
        Callers.User(name + "a", "ann"), Callers.User(name + "a", "bob"), Callers.User(name + "a", "root", "admin", "desk"), Callers.User(name + "b", "ann"),
    ];

    /// <summary>What is stored, deleted or not, by tenant and key.</summary>
    private readonly Dictionary<(string Tenant, TKey Key), TResource> _stored = [];

    /// <summary>Keys in the order they became known.</summary>
    private readonly List<TKey> _keys = [];

    public async Task RunAsync(IEnumerable<Command<TResource, TInput>> commands)
    {
        foreach (var command in commands) await RunAsync(command);
    }

    private Task RunAsync(Command<TResource, TInput> command)
    {
        var caller = _callers[command.Caller];
        return command switch
        {
            Create<TResource, TInput> create => CreateAsync(caller, create.Input),
            BatchCreate<TResource, TInput> batch => BatchCreateAsync(caller, batch.Inputs),
            Get<TResource, TInput> get => GetAsync(caller, get.Target),
            BatchGet<TResource, TInput> batch => BatchGetAsync(caller, batch.Targets),
            Update<TResource, TInput> update => UpdateAsync(caller, update),
            Replace<TResource, TInput> replace => ChangeAsync(caller, replace.Target, replace.Stale, current => subject.Replaced(current, replace.Input),
                (key, version) => _service.ReplaceAsync(caller, key, replace.Input, version)),
            Delete<TResource, TInput> delete => EndAsync(caller, delete.Target, delete.Stale, isDelete: true),
            Restore<TResource, TInput> restore => EndAsync(caller, restore.Target, null, isDelete: false),
            Walk<TResource, TInput> walk => WalkAsync(caller, walk),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task CreateAsync(Caller caller, TInput input) => Created(caller, input, await _service.CreateAsync(caller, input));

    private async Task BatchCreateAsync(Caller caller, TInput[] inputs)
    {
        var results = await _service.BatchCreateAsync(caller, inputs);
        for (var i = 0; i < inputs.Length; i++) Created(caller, inputs[i], results[i]);
    }

    private void Created(Caller caller, TInput input, ServiceResult<TResource> result)
    {
        var made = subject.Made(input);
        var id = result.TryGet(out var created, out _) ? created.System.Id : "none";
        var now = environment.Clock.GetUtcNow();
        var expected = made.WithSystem(new SystemMembers(id, caller.TenantId, 1, now, caller.UserId, now, caller.UserId));
        if (_stored.ContainsKey((caller.TenantId, expected.Key)))
        {
            Assert.Equal(ErrorCode.AlreadyExists, result.Error?.Code);
            return;
        }

        Same(expected, result);
        Store(caller, expected);
    }

    private async Task GetAsync(Caller caller, int target)
    {
        if (KeyOf(target) is not { } key) return;
        Same(Visible(caller, key), await _service.GetAsync(caller, key, consistent: true));
    }

    private async Task BatchGetAsync(Caller caller, int[] targets)
    {
        var keys = targets.Select(KeyOf).OfType<TKey>().ToArray();
        var results = await _service.BatchGetAsync(caller, keys);
        for (var i = 0; i < keys.Length; i++) Same(Visible(caller, keys[i]), results[i]);
    }

    private Task UpdateAsync(Caller caller, Update<TResource, TInput> update) =>
        ChangeAsync(caller, update.Target, update.Stale, update.Change.Apply, (key, version) => update.Change.Patch is { } patch
            ? _service.PatchAsync(caller, key, Patch(patch), version)
            : _service.UpdateAsync(caller, key, update.Change.Apply, version));

    private async Task ChangeAsync(Caller caller, int target, int? stale, Func<TResource, TResource> change, Func<TKey, long?, Task<ServiceResult<TResource>>> act)
    {
        if (KeyOf(target) is not { } key) return;
        var visible = Visible(caller, key);
        var result = await act(key, VersionOf(caller, key, stale));
        if (visible is null) Fails(ErrorCode.NotFound, result);
        else if (!subject.MayChange(caller, visible)) Fails(ErrorCode.AccessDenied, result);
        else if (stale is not (null or 0)) Fails(ErrorCode.PreconditionFailed, result);
        else if (change(visible) is var next && !subject.SameIdentity(visible, next)) Fails(ErrorCode.ValidationError, result);
        else
        {
            var expected = next.WithSystem(Next(caller, visible));
            Same(expected, result);
            Store(caller, expected);
        }
    }

    private async Task EndAsync(Caller caller, int target, int? stale, bool isDelete)
    {
        if (KeyOf(target) is not { } key) return;
        var version = VersionOf(caller, key, stale);
        var result = isDelete ? await _service.DeleteAsync(caller, key, version) : await _service.RestoreAsync(caller, key, version);
        var stored = _stored.GetValueOrDefault((caller.TenantId, key));
        if (stored is null || !subject.MayRead(caller, stored))
        {
            Fails(ErrorCode.NotFound, result);
            return;
        }

        var isDeleted = stored.System.DeletedAt is not null;
        if (!subject.MayChange(caller, stored)) Fails(isDeleted ? ErrorCode.NotFound : ErrorCode.AccessDenied, result);
        else if (isDeleted == isDelete) Same(stored, result);
        else if (stale is not (null or 0)) Fails(ErrorCode.PreconditionFailed, result);
        else
        {
            var system = Next(caller, stored);
            var expected = stored.WithSystem(isDelete ? system with { DeletedAt = system.UpdatedAt, DeletedBy = caller.UserId } : system with { DeletedAt = null, DeletedBy = null });
            Same(expected, result);
            Store(caller, expected);
        }
    }

    private async Task WalkAsync(Caller caller, Walk<TResource, TInput> walk)
    {
        var list = subject.Lists[walk.List % subject.Lists.Count];
        var by = list.By[walk.By % list.By.Length];
        var expected = _stored.Where(entry => entry.Key.Tenant == caller.TenantId).Select(static entry => entry.Value)
            .Where(resource => resource.System.DeletedAt is null && subject.MayRead(caller, resource) && list.Holds(resource, by)).ToList();
        expected.Sort(list.Order);
        if (walk.Descending) expected.Reverse();

        var (found, cursor) = (new List<TResource>(), (string?)null);
        do
        {
            var page = (await list.Read(_service, caller, by, new PageRequest { Limit = walk.Limit, Cursor = cursor, Descending = walk.Descending })).Data;
            Assert.True(page.Items.Count == walk.Limit || page.Cursor is null, "a page that is not full is the last");
            found.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(expected.Select(Text), found.Select(Text));
    }

    private void Store(Caller caller, TResource resource)
    {
        if (!_keys.Contains(resource.Key)) _keys.Add(resource.Key);
        _stored[(caller.TenantId, resource.Key)] = resource;
    }

    private TKey? KeyOf(int target) => _keys.Count == 0 ? null : _keys[target % _keys.Count];

    private TResource? Visible(Caller caller, TKey key) =>
        _stored.TryGetValue((caller.TenantId, key), out var stored) && stored.System.DeletedAt is null && subject.MayRead(caller, stored) ? stored : null;

    private long? VersionOf(Caller caller, TKey key, int? stale) =>
        stale is { } distance ? (_stored.GetValueOrDefault((caller.TenantId, key))?.System.Version ?? 1) + distance : null;

    private SystemMembers Next(Caller caller, TResource current) =>
        current.System with { Version = current.System.Version + 1, UpdatedAt = environment.Clock.GetUtcNow(), UpdatedBy = caller.UserId };

    private static void Fails(ErrorCode code, ServiceResult<TResource> result) => Assert.Equal(code, result.Error?.Code);

    private static void Same(TResource? expected, ServiceResult<TResource> result)
    {
        if (expected is null) Fails(ErrorCode.NotFound, result);
        else Assert.Equal(Text(expected), result.TryGet(out var found, out var error) ? Text(found) : error.Code.ToString());
    }

    private static TPatch Patch(string json)
    {
        var errors = new ValidationErrors();
        var patch = ApiReader.ReadBody<TPatch>(Encoding.UTF8.GetBytes(json), errors);
        Assert.True(errors.IsEmpty);
        return patch;
    }

    private static string Text(TResource resource)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) resource.WriteJson(new ApiWriter(json));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
