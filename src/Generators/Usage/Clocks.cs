using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>What gives another value each time it is asked.</summary>
internal static class Clocks
{
    /// <summary>The machine's clock or a random value as it is written, such as <c>DateTime.UtcNow</c>; null if the operation is neither.</summary>
    public static string? Find(IOperation operation) => Time(operation) ?? operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "NewGuid" or "CreateVersion7", ContainingType: { Name: "Guid", ContainingNamespace.Name: "System" } } method } => $"Guid.{method.Name}",
        IPropertyReferenceOperation { Property: { Name: "Shared", ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } } } => "Random.Shared",
        _ => null,
    };

    /// <summary>The machine's clock alone.</summary>
    public static string? Time(IOperation operation) => operation is IPropertyReferenceOperation
    {
        Property: { Name: "Now" or "UtcNow" or "Today", IsStatic: true, ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" } } property,
    } ? $"{property.ContainingType.Name}.{property.Name}" : null;
}
