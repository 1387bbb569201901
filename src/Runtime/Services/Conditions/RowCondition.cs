using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>
/// That rows have exactly the values that were asked for: where different values can have one key, as in <see cref="Keys.PythonKey"/>, a partition
/// holds more than what is wanted. For generated list methods.
/// </summary>
public sealed class RowCondition : ListCondition
{
    private RowCondition(Condition condition) : base(null, condition)
    {
    }

    /// <summary>The condition.</summary>
    /// <param name="values">Attributes and their texts; at least one.</param>
    public static RowCondition Of(params ReadOnlySpan<(string Attribute, string Value)> values)
    {
        Condition? all = null;
        foreach (var (attribute, value) in values)
        {
            var one = new Condition.Comparison(AttributePath.Of(attribute), "=", StoredValue.Of(value));
            all = all is null ? one : Condition.All(all, one);
        }

        return new(all ?? throw new ArgumentException("There is nothing to compare.", nameof(values)));
    }
}
