namespace Shop;

[Resource("forms")]
[PrimaryKey("TENANT#{TenantId}", "FORM#{Id}")]
[Audited]
public partial record Form
{
    public Form(string title) => Title = title;

    public string Title { get; init; }
    public Answer First { get; init; } = new();
    public Answer? Second { get; init; }
    public Mark Mark { get; init; }
    public Mark? Best { get; init; }
    public List<Answer> Answers { get; init; } = [];
    public List<Mark> Marks { get; init; } = [];
    public List<Mark?>? Rare { get; init; }
    public Dictionary<string, Answer> Named { get; init; } = new();
    public Dictionary<string, Mark>? Ranked { get; init; }
    public List<Dictionary<string, Answer>> Pages { get; init; } = [];
    public Dictionary<string, List<Answer>>? Chapters { get; init; }
    [CreateOnly] public int? Once { get; init; }
    public Empty? Nothing { get; init; }
    [Sensitive, SetByServer] internal string? Secret { get; init; }
}

public partial record Answer
{
    [StringLength(100)] public string Text { get; init; } = "";
    public Answer? Next { get; init; }
}

public readonly partial record struct Mark([property: Range(0, 9)] int Points);

public partial record Empty;
