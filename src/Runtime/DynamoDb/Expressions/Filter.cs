namespace GeekCafe.DynamoDb;

/// <summary>
/// What must hold of a resource, to be checked by DynamoDB: made from the members of a generated class, such as
/// <c>EventFilter.Capacity.AtLeast(10) &amp; !EventFilter.Status.Is(EventStatus.Draft)</c>. Immutable; may be kept and shared.
/// </summary>
/// <remarks>
/// Null means what it means in C#: a comparison with a member that is null does not hold, and its negation does. One resource's filter is not
/// accepted for another's.
/// </remarks>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed class Filter<TResource> where TResource : class, IResource<TResource>
{
    internal Filter(Condition condition) => Condition = condition;

    /// <summary>The condition beneath.</summary>
    internal Condition Condition { get; }

    /// <summary>Both hold.</summary>
    public static Filter<TResource> operator &(Filter<TResource> left, Filter<TResource> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(Condition.All(left.Condition, right.Condition));
    }

    /// <summary>At least one holds.</summary>
    public static Filter<TResource> operator |(Filter<TResource> left, Filter<TResource> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(Condition.Any(left.Condition, right.Condition));
    }

    /// <summary>It does not hold.</summary>
    public static Filter<TResource> operator !(Filter<TResource> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(Condition.Not(filter.Condition));
    }

    /// <summary>The expression with its placeholders; values are not shown, for they may be anybody's data.</summary>
    public override string ToString()
    {
        using var expression = new ExpressionBuilder();
        expression.Add(Condition);
        return expression.ToString();
    }
}

/// <summary>Puts filters together.</summary>
public static class Filter
{
    /// <summary>All of those that are given hold: for what a request may ask and need not.</summary>
    /// <param name="filters">The filters; null ones demand nothing.</param>
    /// <returns>Null if none is given, which a list takes as everything.</returns>
    /// <example><code>events.ListAsync(caller, Filter.All(status is { } wanted ? EventFilter.Status.Is(wanted) : null), page)</code></example>
    public static Filter<TResource>? All<TResource>(params ReadOnlySpan<Filter<TResource>?> filters) where TResource : class, IResource<TResource>
    {
        Filter<TResource>? all = null;
        foreach (var filter in filters)
        {
            if (filter is not null) all = all is null ? filter : all & filter;
        }

        return all;
    }
}
