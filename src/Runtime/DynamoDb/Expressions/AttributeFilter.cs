namespace GeekCafe.DynamoDb;

/// <summary>A member in filters: whether it has a value. What more can be asked depends on its type.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
public class AttributeFilter<TResource>(AttributePath path, AbsentValue absent) where TResource : class, IResource<TResource>
{
    private static readonly byte[] NullValue = """{"NULL":true}"""u8.ToArray();
    private static readonly byte[] MapType = """{"S":"M"}"""u8.ToArray();

    /// <summary>Where it is stored.</summary>
    protected AttributePath Path { get; } = path;

    /// <summary>What it means when nothing is stored.</summary>
    private protected AbsentValue Absent { get; } = absent;

    /// <summary>The attribute is in the item, be it <c>NULL</c>. Says how the item is stored; <see cref="IsNotNull"/> is about the record.</summary>
    public Filter<TResource> Exists() => new(new Condition.Presence(Path, exists: true));

    /// <summary>The attribute is not in the item. Says how the item is stored; <see cref="IsNull"/> is about the record.</summary>
    public Filter<TResource> IsAbsent() => new(new Condition.Presence(Path, exists: false));

    /// <summary>The member is null in the record that the item reads back as.</summary>
    public Filter<TResource> IsNull()
    {
        Condition stored = new Condition.Comparison(Path, "=", NullValue);
        return new(Absent == AbsentValue.Null ? Condition.Any(new Condition.Presence(Path, exists: false), stored) : stored);
    }

    /// <summary>The member is not null in the record that the item reads back as.</summary>
    public Filter<TResource> IsNotNull() => !IsNull();

    /// <summary>A condition on what is stored, or that nothing is stored where that means a value for which it holds.</summary>
    private protected Filter<TResource> Holds(Condition condition, bool ofDefault)
    {
        if (!ofDefault || Absent != AbsentValue.Default) return new(condition);
        Condition absent = new Condition.Presence(Path, exists: false);

        // Of a nested record that is null, nothing has a default.
        if (Path.Parent is { } parent) absent = Condition.All(new Condition.Function("attribute_type", parent, MapType), absent);
        return new(Condition.Any(absent, condition));
    }

    /// <summary>A value in DynamoDB's JSON.</summary>
    /// <exception cref="ItemFormatException">It cannot be stored, so nothing can equal it.</exception>
    private protected static byte[] Stored<T>(ItemValueWriter<T> write, T value)
    {
        using var scratch = DynamoRequest.Rent();
        write(new ItemWriter(scratch.Json), value);
        return scratch.Since(0).ToArray();
    }
}
