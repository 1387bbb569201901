namespace GeekCafe;

/// <summary>
/// Asks for a class of the resource's members to make changes from: <c>EventChange.Title.Set("x") + EventChange.Tags.Add("a")</c>, for the
/// service's <c>UpdateAsync</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChangesAttribute : Attribute
{
    /// <summary>
    /// Whether a change is made by DynamoDB itself, in one request without a read, wherever nothing needs the current resource: neither the
    /// caller's right to change it nor a changed member's index key, uniqueness or rule. The service then overrides none of AuthorizeAsync,
    /// OnUpdating, ValidateAsync and OnUpdatedAsync (GCG0064). Default false: it is read, changed and written back.
    /// </summary>
    public bool Direct { get; set; }
}
