namespace GeekCafe.Generators.Resources.Model;

/// <summary>What makes items of a resource expire.</summary>
/// <param name="Member">The member that says when, or null.</param>
/// <param name="PurgeAfterDays">Days from deletion to removal for good; 0 for never.</param>
public sealed record ExpiryModel(string? Member, int PurgeAfterDays)
{
    public bool Expires => Member is not null || PurgeAfterDays > 0;
}
