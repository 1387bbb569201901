using System.Reflection;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>What services give back, over all their methods.</summary>
public sealed class ServiceSurfaceTests
{
    /// <summary>What waits for the database: methods of services, generated ones too, and of what several commit together.</summary>
    public static TheoryData<string> Waiting =>
    [
        .. new[] { typeof(ResourceService<,,,>), typeof(NoteService), typeof(ServiceTransaction) }
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => !method.IsSpecialName && method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}: {Plain(method.ReturnType)}").Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Waiting))]
    public void Whatever_a_service_does_is_answered_with_a_result(string method) =>
        Assert.Matches(@": (?:Value)?Task<(?:ServiceResult<.+>|IReadOnlyList<ServiceResult<.+>>|TransactionResult)>$|\.Enumerate\w*Async: IAsyncEnumerable<.+>$", method);

    private static string Plain(Type type) => !type.IsGenericType ? type.Name : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Plain))}>";
}
