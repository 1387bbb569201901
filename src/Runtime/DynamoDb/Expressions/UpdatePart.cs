namespace GeekCafe.DynamoDb;

/// <summary>The clauses of an update expression, in the order they are written.</summary>
internal enum UpdateClause
{
    Set,
    Add,
    Delete,
    Remove,
}

/// <summary>What DynamoDB does with one path of an item.</summary>
/// <param name="Path">Which.</param>
/// <param name="Clause">How.</param>
/// <param name="Operand">
/// What stands on the right of it: text of ours, <see cref="AttributePath"/>s, and values in DynamoDB's JSON. Nothing for a removal.
/// </param>
internal sealed record UpdatePart(AttributePath Path, UpdateClause Clause, object[] Operand)
{
    /// <summary>What must hold of the item for DynamoDB to do what the change means. If it does not, the item is read.</summary>
    public Condition? Guard { get; init; }

    /// <summary>Whether doing it twice is doing it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    public static UpdatePart Set(AttributePath path, params object[] operand) => new(path, UpdateClause.Set, operand);

    public static UpdatePart Set(AttributePath path, byte[] value) => new(path, UpdateClause.Set, [value]);

    public static UpdatePart Remove(AttributePath path) => new(path, UpdateClause.Remove, []);

    public void Write(ExpressionBuilder expression)
    {
        expression.Path(Path);
        if (Clause == UpdateClause.Set) expression.Text("="u8);
        else if (Operand.Length > 0) expression.Text(" "u8);
        foreach (var operand in Operand)
        {
            if (operand is AttributePath path) expression.Path(path);
            else if (operand is byte[] value) expression.Value(value);
            else expression.Text((string)operand);
        }
    }

    /// <summary>Whether one path holds the other, which DynamoDB refuses in one update.</summary>
    public bool Overlaps(UpdatePart other) =>
        Path.Names.AsSpan().StartsWith(other.Path.Names) || other.Path.Names.AsSpan().StartsWith(Path.Names);
}
