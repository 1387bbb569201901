using GeekCafe.Lambda;

namespace GeekCafe;

/// <summary>
/// Makes a method of a resource's service an HTTP operation beside the generated ones. Where a generated operation has the same method and
/// route, or the same name, it steps aside.
/// </summary>
/// <param name="method">The HTTP method, upper case.</param>
/// <param name="route">The whole path with <c>{parameters}</c>, such as <c>/events/{id}/publish</c>.</param>
/// <example>
/// <code>
/// public partial class EventService
/// {
///     [HttpOperation("POST", "/events/{id}/publish")]
///     public Task&lt;ServiceResult&lt;Event&gt;&gt; PublishAsync(Caller caller, EventKey key, CancellationToken cancellationToken) =&gt;
///         UpdateAsync(caller, key, each =&gt; each with { Status = EventStatus.Published }, cancellationToken: cancellationToken);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HttpOperationAttribute(string method, string route) : Attribute
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path.</summary>
    public string Route { get; } = route;

    /// <summary>
    /// The name within the resource, as in <c>events.publish</c>. Default: the method's name in camelCase, without <c>Async</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>How the operation learns who calls. Default: claims. A public operation has no caller.</summary>
    public Authentication Authentication { get; set; } = Authentication.Claims;

    /// <summary>
    /// Of a list, whether the largest sort key comes first when the request names no <c>order</c>: the newest first. Default: the smallest.
    /// </summary>
    public bool Descending { get; set; }
}
