using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>How a member is stored, for changes that DynamoDB makes itself. Written by the generator.</summary>
/// <typeparam name="T">The member's type; of a list or set its elements, of a dictionary its values.</typeparam>
/// <param name="path">Where.</param>
/// <param name="absent">What it means when nothing is stored.</param>
/// <param name="write">Writes a value.</param>
/// <param name="check">Checks the declared rules of a value. Null: there are none.</param>
/// <param name="setOf">The type of a set, such as <c>NS</c>.</param>
/// <param name="canCount">Whether DynamoDB adds as C# does: of whole numbers without rules.</param>
public sealed class StoredMember<T>(AttributePath path, AbsentValue absent, ItemValueWriter<T> write, Action<ValidationErrors, string, T>? check = null,
    string setOf = "", bool canCount = false)
{
    private static readonly byte[] NullType = """{"S":"NULL"}"""u8.ToArray();
    private static readonly byte[] EmptyList = """{"L":[]}"""u8.ToArray();
    private static readonly byte[] Zero = """{"N":"0"}"""u8.ToArray();

    /// <summary>The same for a member of this nested record.</summary>
    public StoredMember<TMember> Within<TMember>(string attribute, AbsentValue absent, ItemValueWriter<TMember> write,
        Action<ValidationErrors, string, TMember>? check = null, string setOf = "", bool canCount = false) =>
        new(path.Then(attribute), absent, write, check, setOf, canCount);

    /// <summary>Null: the value breaks a rule, so that the resource is read, and the error is what it always is.</summary>
    internal UpdatePart? Set(string member, T value)
    {
        var errors = new ValidationErrors();
        check?.Invoke(errors, member, value);
        if (!errors.IsEmpty) return null;
        return value is null && absent == AbsentValue.Null ? UpdatePart.Remove(path) : UpdatePart.Set(path, Stored(value));
    }

    internal UpdatePart? SetIfNull(string member, T value)
    {
        // Null is the absent attribute; where it is NULL all the same, by an older form of the record, the guard does not hold.
        if (absent != AbsentValue.Null || value is null || Set(member, value) is null) return null;
        return UpdatePart.Set(path, "if_not_exists(", path, ",", Stored(value), ")") with { Guard = Condition.Not(new Condition.Function("attribute_type", path, NullType)) };
    }

    /// <param name="by">How much.</param>
    /// <param name="comparator">How the current number compares with the bound for the sum to fit.</param>
    /// <param name="bound">The bound.</param>
    internal UpdatePart? Increment(T by, string comparator, T bound)
    {
        if (!canCount) return null;
        Condition fits = new Condition.Comparison(path, comparator, Stored(bound));
        return absent == AbsentValue.Default
            ? UpdatePart.Set(path, "if_not_exists(", path, ",", Zero, ")+", Stored(by)) with { IsRepeatable = false, Guard = Condition.Any(new Condition.Presence(path, exists: false), fits) }
            : UpdatePart.Set(path, path, "+", Stored(by)) with { IsRepeatable = false, Guard = fits };
    }

    internal UpdatePart? SetList(IEnumerable<T> elements) => UpdatePart.Set(path, List(elements));

    internal UpdatePart? Append(IEnumerable<T> elements, bool before)
    {
        if (!elements.Any()) return null;

        // Of a list that is there by its initial value only, DynamoDB knows nothing: it refuses, and the resource is read.
        object[] current = absent == AbsentValue.Unknown ? [path] : ["if_not_exists(", path, ",", EmptyList, ")"];
        object[] more = [List(elements)];
        return UpdatePart.Set(path, ["list_append(", .. before ? more : current, ",", .. before ? current : more, ")"]) with { IsRepeatable = false };
    }

    internal UpdatePart? SetSet(HashSet<T> elements) => elements.Count == 0 && absent == AbsentValue.Default ? UpdatePart.Remove(path) : UpdatePart.Set(path, SetOf(elements));

    internal UpdatePart? Add(HashSet<T> elements)
    {
        if (elements.Count == 0) return null;
        return new UpdatePart(path, UpdateClause.Add, [SetOf(elements)]) { Guard = absent == AbsentValue.Unknown ? new Condition.Presence(path, exists: true) : null };
    }

    // What becomes empty is absent, which must mean empty.
    internal UpdatePart? Delete(HashSet<T> elements) =>
        elements.Count == 0 || absent != AbsentValue.Default ? null : new UpdatePart(path, UpdateClause.Delete, [SetOf(elements)]);

    internal UpdatePart? SetMap(IEnumerable<KeyValuePair<string, T>> entries) => UpdatePart.Set(path, StoredValue.Of(item => item.Map(entries, write)));

    internal UpdatePart? Put(string name, T value) => Entry(name) is { } entry ? UpdatePart.Set(entry, Stored(value)) : null;

    internal UpdatePart? RemoveEntry(string name) => Entry(name) is { } entry ? UpdatePart.Remove(entry) : null;

    private AttributePath? Entry(string name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        StoredValue.Of(item => item.Value(name));
        return path.Then(name);
    }

    private byte[] Stored(T value) => StoredValue.Of(item => write(item, value));

    private byte[] List(IEnumerable<T> elements) => StoredValue.Of(item => item.List(elements, write));

    private byte[] SetOf(HashSet<T> elements) => StoredValue.Of(item => item.Set(System.Text.Encoding.ASCII.GetBytes(setOf), elements, write));
}
