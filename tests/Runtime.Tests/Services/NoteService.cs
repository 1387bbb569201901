using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>A service as the generator would write it, with hooks that tests can fill.</summary>
public sealed class NoteService(ServiceEnvironment environment) : ResourceService<Note, NoteKey, NoteInput, NotePatch>(environment)
{
    public Func<Caller, Note, Note>? Creating { get; init; }
    public Func<Note, Note, Note>? Updating { get; init; }
    public Action<Note, Note?, ValidationErrors>? Rules { get; init; }
    public Func<Operation, Note, bool>? May { get; init; }
    public Func<IReadOnlyList<Note>, IReadOnlyList<bool>>? MayRead { get; init; }
    public List<string> Events { get; } = [];
    public int Withheld { get; private set; }

    public DynamoTable Raw => Table;

    public Task<ServiceResult<Page<Note>>> ListAsync(Caller caller, PageRequest page = default, CancellationToken cancellationToken = default) =>
        QueryAsync(caller, new KeyQuery("notes.list", null, "pk", "sk", $"TENANT#{caller.TenantId}", "NOTE#"), page, cancellationToken);

    public Task<ServiceResult<Page<Note>>> ListByColorAsync(Caller caller, string color, PageRequest page = default, CancellationToken cancellationToken = default) =>
        QueryAsync(caller, new KeyQuery("notes.listByColor", "gsi1", "gsi1_pk", "gsi1_sk", $"TENANT#{caller.TenantId}#COLOR#{color}", "count#"), page, cancellationToken);

    protected override Note OnCreating(Caller caller, Note resource) => Creating?.Invoke(caller, resource) ?? resource;

    protected override Note OnUpdating(Caller caller, Note next, Note current) => Updating?.Invoke(next, current) ?? next;

    protected override ValueTask ValidateAsync(Caller caller, Note next, Note? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        Rules?.Invoke(next, current, errors);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Note resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(May?.Invoke(operation, resource) ?? true);

    protected override ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Note> resources, CancellationToken cancellationToken) =>
        MayRead is null ? base.AuthorizeReadsAsync(caller, resources, cancellationToken) : ValueTask.FromResult(MayRead(resources));

    protected override ValueTask OnCreatedAsync(Caller caller, Note resource, CancellationToken cancellationToken) => Note("created");

    protected override ValueTask OnUpdatedAsync(Caller caller, Note resource, Note previous, CancellationToken cancellationToken) =>
        Note($"updated {previous.Version}->{resource.Version}");

    protected override ValueTask OnDeletedAsync(Caller caller, Note resource, CancellationToken cancellationToken) => Note("deleted");

    protected override ValueTask OnRestoredAsync(Caller caller, Note resource, CancellationToken cancellationToken) => Note("restored");

    protected override void OnWithheld(Caller caller, int count) => Withheld += count;

    private ValueTask Note(string what)
    {
        Events.Add(what);
        return ValueTask.CompletedTask;
    }
}
