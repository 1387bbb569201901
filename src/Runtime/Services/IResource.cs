using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>
/// What the generator writes for a record marked <see cref="ResourceAttribute"/>, and all that services know of it.
/// </summary>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IResource<TSelf> where TSelf : class, IResource<TSelf>
{
    /// <summary>Names: of the resource, of its type, of key attributes.</summary>
    static abstract ResourceDefinition Definition { get; }

    /// <summary>Identity, version and audit members together.</summary>
    SystemMembers System { get; }

    /// <summary>The form in which the record is stored, if that is of another schema version. Default: it is the current one.</summary>
    StoredForm StoredForm => default;

    /// <summary>The same record with other system members.</summary>
    TSelf WithSystem(in SystemMembers system);

    /// <summary>Writes all attributes and keys of the item, without the braces around them.</summary>
    void WriteItem(ItemWriter item);

    /// <summary>Reads an item; the reader stands inside its map, before the first attribute.</summary>
    /// <exception cref="ItemFormatException">An attribute is missing or of the wrong type.</exception>
    static abstract TSelf ReadItem(ref ItemReader item);

    /// <summary>Writes the record as the API shows it, braces included.</summary>
    void WriteJson(ApiWriter json);

    /// <summary>Checks the declared rules and adds what breaks them.</summary>
    void Validate(ValidationErrors errors);

    /// <summary>Whether the declared access rules let the caller do this to the resource.</summary>
    static abstract bool IsAllowed(Caller caller, Operation operation, TSelf resource);

    /// <summary>
    /// When the resource is gone for good: its time to live is over, or the time in which it could be restored. Null, the default: never.
    /// </summary>
    static virtual DateTimeOffset? ExpiresAt(TSelf resource) => null;

    /// <summary>
    /// Whether the resource's time to live is over: it is then gone for everybody, although DynamoDB removes it only within days.
    /// </summary>
    static virtual bool IsExpired(TSelf resource, DateTimeOffset now) => TSelf.ExpiresAt(resource) <= now;

    /// <summary>The next form with the counters of the current one: updates do not write what is counted. Default: the next form.</summary>
    static virtual TSelf KeepCounters(TSelf next, TSelf current) => next;

    /// <summary>
    /// Whether the caller may read and change every live resource of his tenant, and changes by member may be left to DynamoDB, so that none has
    /// to be read first. Default: no.
    /// </summary>
    static virtual bool MayChangeUnread(Caller caller) => false;

    /// <summary>The values that no other resource may hold while this one lives. Default none.</summary>
    static virtual IReadOnlyList<UniqueClaim> ClaimsOf(TSelf resource) => [];
}

/// <summary>How a resource is made from, and changed by, what clients may write.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
/// <typeparam name="TKey">The members that identify it within its tenant.</typeparam>
/// <typeparam name="TInput">All client-writable members: the body of a create or replace.</typeparam>
/// <typeparam name="TPatch">Some client-writable members: the body of a merge patch (RFC 7396).</typeparam>
public interface IResource<TSelf, TKey, TInput, TPatch> : IResource<TSelf>
    where TSelf : class, IResource<TSelf, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    /// <summary>The record's key.</summary>
    TKey Key { get; }

    /// <summary>A new record from a client's input; members set by the server take their values from the caller and the clock.</summary>
    static abstract TSelf Create(TInput input, Caller caller, DateTimeOffset now);

    /// <summary>A record that holds the input's values and keeps this one's system and server-set members.</summary>
    TSelf Replace(TInput input);

    /// <summary>Adds what a replace would change of members that only a create sets. Default: there are none.</summary>
    void CheckReplace(TInput input, ValidationErrors errors)
    {
    }

    /// <summary>This record with the patch's members changed, nested ones merged (RFC 7396).</summary>
    /// <param name="patch">The members to change.</param>
    /// <param name="errors">Gets what keeps the result from being complete; it is then not to be used.</param>
    TSelf Apply(TPatch patch, ValidationErrors errors);
}

/// <summary>The members of a primary key other than the tenant.</summary>
public interface IResourceKey
{
    /// <summary>The partition key's text.</summary>
    string ToPartitionKey(string tenantId);

    /// <summary>The sort key's text.</summary>
    string ToSortKey(string tenantId);

    /// <summary>Whether every part may stand in a key; false is answered like a missing resource.</summary>
    bool IsValid { get; }
}

/// <summary>A body that clients send, read strictly.</summary>
/// <typeparam name="TSelf">The generated type.</typeparam>
public interface IApiInput<TSelf> where TSelf : class, IApiInput<TSelf>
{
    /// <summary>Reads one JSON object. What is wrong with it is found in <see cref="ApiReader.Errors"/>; the result is then not to be used.</summary>
    /// <exception cref="global::System.Text.Json.JsonException">The text is not JSON.</exception>
    static abstract TSelf ReadJson(ref ApiReader json);
}
