using System.Text;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>
/// A resource for each row of the table, which holds the row's type in every context, and the program that sends its values through them: compiled
/// and loaded once.
/// </summary>
internal static class Matrix
{
    /// <summary>Everywhere a type can stand. A further context is a line here.</summary>
    private static readonly (string Member, string Name, string Value, Func<TypeRow, bool> Applies)[] Contexts =
    [
        ("public required {T} {N} { get; init; }", "Plain", "{v}", static _ => true),
        ("public {T}? {N} { get; init; }", "Nullable", "{v}", static _ => true),
        ("public {T}? {N} { get; init; }", "Absent", "null", static _ => true),
        ("public {T}? {N} { get; init; } = {typical};", "Nulled", "null", static _ => true),
        ("public List<{T}> {N} { get; init; } = [];", "List", "[{v}, {typical}, {v}]", static _ => true),
        ("public {T}?[]? {N} { get; init; }", "Nullables", "[{v}, null]", static _ => true),
        ("public HashSet<{T}> {N} { get; init; } = [];", "Set", "new HashSet<{T}>({comparer}) { {v}, {typical} }", static row => row.Set.Length > 0),
        ("public Dictionary<string, {T}> {N} { get; init; } = new();", "Values", "new() { [\"a#b\"] = {v} }", static _ => true),
        ("public Dictionary<string, {T}?> {N} { get; init; } = new();", "NullableValues", "new() { [\"a\"] = {v}, [\"b\"] = null }", static _ => true),
        ("public Dictionary<{T}, int> {N} { get; init; } = new();", "Named", "new() { [{name}] = 1 }", static row => row.IsName),
        ("public Holder{i}? {N} { get; init; }", "Nested", "new() { Value = {v} }", static _ => true),
    ];

    private static readonly Lazy<Type> Program = new(Load);

    public static string Usings => "using System.Collections.Immutable; using System.Collections.Frozen; using System.Linq;";

    /// <summary>The static method of the program for a row.</summary>
    public static TDelegate Method<TDelegate>(string name, TypeRow row) where TDelegate : Delegate =>
        Program.Value.GetMethod(name + TypeTable.Rows.ToList().IndexOf(row))!.CreateDelegate<TDelegate>();

    public static DynamoDb.TableDefinition Table => (DynamoDb.TableDefinition)Program.Value.GetProperty("Table")!.GetValue(null)!;

    private static Type Load()
    {
        var (records, program) = (new StringBuilder(Usings).AppendLine(), new StringBuilder(Usings));
        program.AppendLine("using GeekCafe.Generators.Tests.Types; public static class TypeProgram { public static GeekCafe.DynamoDb.TableDefinition Table => Shop.ShopApplication.Table;");
        for (var i = 0; i < TypeTable.Rows.Count; i++)
        {
            var row = TypeTable.Rows[i];
            var contexts = Contexts.Where(context => context.Applies(row)).ToList();
            var index = row.IsKey ? $"[SecondaryIndex(\"ByPlain\", \"TENANT#{{TenantId}}\", \"T{i}#{{Plain}}#{{Id}}\")] " : "";
            records.AppendLine($"[Resource(\"t{i}s\")] [PrimaryKey(\"TENANT#{{TenantId}}\", \"T{i}#{{Id}}\")] {index}public partial record T{i} {{");
            foreach (var context in contexts) records.Append("    ").AppendLine(Filled(context.Member.Replace("{N}", context.Name), row, row.Typical, i));
            records.AppendLine($"}} public partial record Holder{i} {{ public {row.Type} Value {{ get; init; }} {(IsValueType(row) ? "" : $"= {row.Typical};")} }}");

            var values = string.Join(", ", new[] { row.Min, row.Max, row.Typical }.Select(value =>
                $"new() {{ {string.Join(", ", contexts.Select(context => $"{context.Name} = {Filled(context.Value, row, value, i)}"))} }}"));
            program.AppendLine($"private static T{i}[] Values{i} => [{values}];");
            program.AppendLine($"public static void Wire{i}() => Survival.OnTheWire(Values{i});");
            program.AppendLine($"public static void Map{i}() => Survival.InTheSdk(Values{i});");
            program.AppendLine($"public static void Api{i}() => Survival.InTheApi<T{i}, T{i}Key, T{i}Input, T{i}Patch>(Values{i});");
            program.AppendLine($"public static System.Threading.Tasks.Task Stored{i}(ServiceEnvironment environment) => Survival.StoredAsync(Values{i}, new T{i}Service(environment));");
        }

        var run = GeneratorRun.Of(records + TypeTable.Declarations, program.Append('}').ToString());
        return Harness.Program.Load(run).GetType("TypeProgram")!;
    }

    private static string Filled(string text, TypeRow row, string value, int number) => text
        .Replace("{T}", row.Type).Replace("{comparer}", row.Comparer).Replace("{typical}", row.Typical).Replace("{i}", number.ToString())
        .Replace("{name}", value == "\"\"" ? "\"-\"" : value).Replace("{v}", value);

    private static bool IsValueType(TypeRow row) => row.Table.StartsWith("`N`") || row.Type.Contains("Memory")
        || row.Type is "bool" or "char" or "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Color" or "Rights";
}
