namespace GeekCafe.Generators.Resources.Model;

/// <summary>A member whose value no two live resources share.</summary>
/// <param name="Name">The member.</param>
/// <param name="ApiName">The member as the API names it.</param>
/// <param name="Marker">The partition key of its marker: tenant, collection, member, scope, value.</param>
public sealed record UniqueModel(string Name, string ApiName, KeyModel Marker);
