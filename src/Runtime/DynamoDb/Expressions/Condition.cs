namespace GeekCafe.DynamoDb;

/// <summary>A node of a condition. Writes itself with no parentheses but the needed ones, for DynamoDB refuses redundant ones.</summary>
internal abstract class Condition
{
    private enum Rank { Or, And, Not, Atom }

    /// <summary>How many operators and functions it has, which DynamoDB limits.</summary>
    public int Operators { get; private init; } = 1;

    private Rank Binding { get; init; } = Rank.Atom;

    /// <summary>Holds of no item.</summary>
    public static Condition Never { get; } = All(new Presence(TypePath, true), new Presence(TypePath, false));

    // A property, for Never needs it while static fields are being set.
    private static AttributePath TypePath => AttributePath.Of(ServiceAttributes.Type);

    public static Condition All(Condition left, Condition right) => new Joined(left, right, Rank.And);

    public static Condition Any(Condition left, Condition right) => new Joined(left, right, Rank.Or);

    public static Condition Not(Condition condition) => condition is Negated negated ? negated.Inner : new Negated(condition);

    public abstract void Write(ExpressionBuilder expression);

    /// <summary>Writes it so that it can follow AND.</summary>
    public void WriteAfterAnd(ExpressionBuilder expression) => WriteWithin(expression, Rank.And);

    private void WriteWithin(ExpressionBuilder expression, Rank outer)
    {
        if (Binding < outer) expression.Text("("u8);
        Write(expression);
        if (Binding < outer) expression.Text(")"u8);
    }

    private sealed class Joined : Condition
    {
        private readonly Condition _left;
        private readonly Condition _right;

        public Joined(Condition left, Condition right, Rank rank)
        {
            (_left, _right) = (left, right);
            (Binding, Operators) = (rank, left.Operators + right.Operators + 1);
        }

        public override void Write(ExpressionBuilder expression)
        {
            _left.WriteWithin(expression, Binding);
            expression.Text(Binding == Rank.And ? " AND "u8 : " OR "u8);
            _right.WriteWithin(expression, Binding);
        }
    }

    private sealed class Negated : Condition
    {
        public Negated(Condition inner) => (Inner, Binding, Operators) = (inner, Rank.Not, inner.Operators + 1);

        public Condition Inner { get; }

        public override void Write(ExpressionBuilder expression)
        {
            expression.Text("NOT "u8);
            Inner.WriteWithin(expression, Rank.Not);
        }
    }

    /// <summary>An attribute is there, or is not.</summary>
    public sealed class Presence(AttributePath path, bool exists) : Condition
    {
        public override void Write(ExpressionBuilder expression)
        {
            expression.Text(exists ? "attribute_exists("u8 : "attribute_not_exists("u8);
            expression.Path(path);
            expression.Text(")"u8);
        }
    }

    /// <summary>A comparison such as <c>#a &lt;= :v</c>.</summary>
    public sealed class Comparison(AttributePath path, string comparator, byte[] value) : Condition
    {
        public override void Write(ExpressionBuilder expression)
        {
            expression.Path(path);
            expression.Text(comparator);
            expression.Value(value);
        }
    }

    /// <summary>From a value to another, both included.</summary>
    public sealed class Between(AttributePath path, byte[] low, byte[] high) : Condition
    {
        public override void Write(ExpressionBuilder expression)
        {
            expression.Path(path);
            expression.Text(" BETWEEN "u8);
            expression.Value(low);
            expression.Text(" AND "u8);
            expression.Value(high);
        }
    }

    /// <summary>One of some values.</summary>
    public sealed class In(AttributePath path, byte[][] values) : Condition
    {
        public override void Write(ExpressionBuilder expression)
        {
            expression.Path(path);
            for (var i = 0; i < values.Length; i++)
            {
                expression.Text(i == 0 ? " IN ("u8 : ","u8);
                expression.Value(values[i]);
            }

            expression.Text(")"u8);
            expression.Operands(values.Length);
        }
    }

    /// <summary><c>begins_with</c> or <c>contains</c>.</summary>
    public sealed class Function(string name, AttributePath path, byte[] value) : Condition
    {
        public override void Write(ExpressionBuilder expression)
        {
            expression.Text(name);
            expression.Text("("u8);
            expression.Path(path);
            expression.Text(","u8);
            expression.Value(value);
            expression.Text(")"u8);
        }
    }

    /// <summary>A comparison of a size.</summary>
    public sealed class Size : Condition
    {
        private readonly (AttributePath Path, string Comparator, byte[] Value) _parts;

        public Size(AttributePath path, string comparator, byte[] value)
        {
            _parts = (path, comparator, value);
            Operators = 2;
        }

        public override void Write(ExpressionBuilder expression)
        {
            expression.Text("size("u8);
            expression.Path(_parts.Path);
            expression.Text(")"u8);
            expression.Text(_parts.Comparator);
            expression.Value(_parts.Value);
        }
    }
}
