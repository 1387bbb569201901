using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>The attributes a projection is read from, as an expression; made once for each projection.</summary>
internal sealed class AttributeSelection
{
    private readonly List<string> _names = [];
    private readonly List<string> _tops = [];
    private readonly string _expression;

    private AttributeSelection(IReadOnlyList<IReadOnlyList<string>> paths)
    {
        var text = new StringBuilder();
        foreach (var names in paths)
        {
            if (text.Length > 0) text.Append(',');
            _tops.Add(names[0]);
            for (var i = 0; i < names.Count; i++) text.Append(i == 0 ? "" : ".").Append(Placeholder(names[i]));
        }

        _expression = text.ToString();
    }

    /// <summary>What the projection reads, and what tenant, type, liveness, access and position are read from.</summary>
    public static AttributeSelection Of<TProjection, T>() where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
    {
        var paths = new List<IReadOnlyList<string>>(TProjection.Paths);
        string[] needed =
        [
            T.Definition.Names.Type, ServiceAttributes.TenantId, T.Definition.Names.DeletedAt, T.Definition.PartitionKey, T.Definition.SortKey,
            .. TProjection.RulePaths,
        ];
        foreach (var name in needed)
        {
            if (!paths.Exists(path => path.Count == 1 && path[0] == name)) paths.Add([name]);
        }

        return new AttributeSelection(paths);
    }

    /// <summary>The table's key alone.</summary>
    public static AttributeSelection Keys<T>() where T : class, IResource<T> => new([[T.Definition.PartitionKey], [T.Definition.SortKey]]);

    /// <summary>Writes the expression; the sort key comes along, for a page may end at any row.</summary>
    public void WriteExpression(Utf8JsonWriter json, in KeyQuery query)
    {
        var text = _expression;
        var number = 0;
        foreach (var name in SortOf(query))
        {
            if (!_tops.Contains(name)) text += $",#k{number++}";
        }

        json.WriteString("ProjectionExpression"u8, text);
    }

    /// <summary>Writes the expression for a single item.</summary>
    public void WriteExpression(Utf8JsonWriter json) => json.WriteString("ProjectionExpression"u8, _expression);

    /// <summary>Writes the names behind the placeholders of a query.</summary>
    public void WriteNames(Utf8JsonWriter json, in KeyQuery query)
    {
        WriteNames(json);
        var number = 0;
        foreach (var name in SortOf(query))
        {
            if (!_tops.Contains(name)) json.WriteString($"#k{number++}", name);
        }
    }

    /// <summary>Writes the names behind the placeholders.</summary>
    public void WriteNames(Utf8JsonWriter json)
    {
        for (var i = 0; i < _names.Count; i++) json.WriteString($"#c{i}", _names[i]);
    }

    private static IReadOnlyList<string> SortOf(in KeyQuery query) => query.CompositeSort ?? [query.SortAttribute];

    private string Placeholder(string name)
    {
        if (!_names.Contains(name)) _names.Add(name);
        return $"#c{_names.IndexOf(name)}";
    }
}
