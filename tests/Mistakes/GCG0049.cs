// More local indexes than a table has.
namespace Mistakes.GCG0049;

[Resource("songs")]
[PrimaryKey("TENANT#{TenantId}", "SONG#{Id}")]
[LocalSecondaryIndex("ByTitle", "SONG#TITLE#{Title}")]
[LocalSecondaryIndex("BySinger", "SONG#SINGER#{Singer}")]
[LocalSecondaryIndex("ByAlbum", "SONG#ALBUM#{Album}")]
[LocalSecondaryIndex("ByYear", "SONG#YEAR#{Year}")]
[LocalSecondaryIndex("ByLabel", "SONG#LABEL#{Label}")]
[LocalSecondaryIndex("ByGenre", "SONG#GENRE#{Genre}")]
public partial record Song
{
    public string Title { get; init; } = "";
    public string Singer { get; init; } = "";
    public string Album { get; init; } = "";
    public int Year { get; init; }
    public string Label { get; init; } = "";
    public string Genre { get; init; } = "";
}
