namespace GeekCafe;

/// <summary>What can be done to a resource, for access rules.</summary>
[Flags]
public enum Operation
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Create.</summary>
    Create = 1,
    /// <summary>Get, and be shown in lists and batches.</summary>
    Read = 2,
    /// <summary>Update, patch and replace.</summary>
    Update = 4,
    /// <summary>Delete.</summary>
    Delete = 8,
    /// <summary>Restore after a delete.</summary>
    Restore = 16,
    /// <summary>Everything that changes something.</summary>
    Write = Create | Update | Delete | Restore,
    /// <summary>Everything.</summary>
    All = Read | Write,
}
