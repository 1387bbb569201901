using System.Collections;
using System.Reflection;
using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>
/// Walks everything a model holds. Symbols and syntax keep whole compilations alive and are never equal to the next run's; bare collections
/// compare by reference. Either makes caching a fiction.
/// </summary>
public static class ModelGraph
{
    public static void AssertAllowed(object? value, string path)
    {
        if (Find(value, path, []) is { } problem) Assert.Fail(problem);
    }

    /// <summary>The path to the first object that may not be there, or null.</summary>
    public static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum) return null;
        if (!value.GetType().IsValueType && !seen.Add(value)) return null;
        if (IsForbidden(value)) return $"{path} is a {value.GetType()}";
        if (IsEquatableArray(value.GetType()))
        {
            var i = 0;
            foreach (var element in (IEnumerable)value)
            {
                if (Find(element, $"{path}[{i++}]", seen) is { } problem) return problem;
            }

            return null;
        }

        foreach (var field in Fields(value.GetType()))
        {
            if (Find(field.GetValue(value), $"{path}.{field.Name}", seen) is { } problem) return problem;
        }

        return null;
    }

    /// <summary>The path to the first difference of two models, or null.</summary>
    public static string? Difference(object? left, object? right, string path)
    {
        if (left is null || right is null || left is string || left.GetType().IsPrimitive || left.GetType().IsEnum)
        {
            return Equals(left, right) ? null : $"{path}: {left} and {right}";
        }

        if (left.GetType() != right.GetType()) return $"{path}: {left.GetType()} and {right.GetType()}";
        if (IsEquatableArray(left.GetType()))
        {
            var (one, other) = (((IEnumerable)left).Cast<object>().ToList(), ((IEnumerable)right).Cast<object>().ToList());
            if (one.Count != other.Count) return $"{path}: {one.Count} and {other.Count} elements";
            return one.Select((element, i) => Difference(element, other[i], $"{path}[{i}]")).FirstOrDefault(static found => found is not null);
        }

        return Fields(left.GetType()).Select(field => Difference(field.GetValue(left), field.GetValue(right), $"{path}.{field.Name}"))
            .FirstOrDefault(static found => found is not null);
    }

    public static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    private static bool IsForbidden(object value) => value is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or Location or AttributeData or Delegate
        || (value is IEnumerable && !IsEquatableArray(value.GetType()));

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) yield return field;
        }
    }
}
