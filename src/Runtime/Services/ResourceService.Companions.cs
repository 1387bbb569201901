using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>What is written with a resource in one transaction. Most resources have nothing of the kind: they are written by a request of their own.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>The companions of a create, <paramref name="before"/> null, or of a change. Null when there are none.</summary>
    private List<Companion>? CompanionsOf(Operation operation, TResource? before, TResource after)
    {
        List<Companion>? companions = null;
        AddMarkers(ref companions, before, after);
        AddEntry(ref companions, operation, before, after);
        return companions;
    }
}
