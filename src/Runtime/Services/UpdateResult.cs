namespace GeekCafe;

/// <summary>A resource before and after a write, as the write itself knew them: nothing is read for it.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Before">As it was when it was written; null if it was created.</param>
/// <param name="After">As it is stored. The same as before if nothing had to change.</param>
public sealed record UpdateResult<T>(T? Before, T After) where T : class
{
    /// <summary>Whether the write made the resource.</summary>
    public bool IsCreated => Before is null;
}
