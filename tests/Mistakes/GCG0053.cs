// A part that its resource has not.
namespace Mistakes.GCG0053;

[Resource("films")]
[PrimaryKey("TENANT#{TenantId}", "FILM#{Id}")]
public partial record Film
{
    public string Title { get; init; } = "";
}

[ProjectionOf<Film>]
public partial record FilmCard
{
    public string Titel { get; init; } = "";
}
