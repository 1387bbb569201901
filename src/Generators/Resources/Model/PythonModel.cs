namespace GeekCafe.Generators.Resources.Model;

/// <summary>That a resource's items are those of the Python SDK.</summary>
/// <param name="ModelName">What they have in <c>model_name</c>.</param>
public sealed record PythonModel(string ModelName);
