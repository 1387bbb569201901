namespace GeekCafe;

/// <summary>
/// Asks for a class of the resource's members to make changes from: <c>EventChange.Title.Set("x") + EventChange.Tags.Add("a")</c>, for the
/// service's <c>UpdateAsync</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChangesAttribute : Attribute;
