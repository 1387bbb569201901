namespace GeekCafe;

/// <summary>
/// Makes a method of a resource's service a job: background work for one tenant, started by a schedule or another program with the event
/// <c>{"job":"analytics.recount","tenantId":"t1","input":{...}}</c>.
/// </summary>
/// <param name="name">The name within the resource, as in <c>analytics.recount</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class JobAttribute(string name) : Attribute
{
    /// <summary>The name within the resource.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// When templates schedule it, in EventBridge Scheduler's words: <c>rate(1 hour)</c> or <c>cron(5 * * * ? *)</c>. Null, the default: not at all.
    /// </summary>
    public string? Schedule { get; set; }
}
