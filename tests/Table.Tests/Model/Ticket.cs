namespace GeekCafe.Table.Tests.Model;

/// <summary>A resource whose identity the service makes, with two indexes it is not always in.</summary>
[Resource("model-tickets")]
[PrimaryKey("TENANT#{TenantId}", "MODEL-TICKET#{Id}")]
[SecondaryIndex("ByAssignee", "TENANT#{TenantId}#MODEL-ASSIGNEE#{Assignee}", "{State}#{Points}#{Id}")]
[SecondaryIndex("ByDue", "TENANT#{TenantId}", "MODEL-DUE#{Due}#{Id}")]
public partial record Ticket
{
    public required string Title { get; init; }

    public TicketState State { get; init; } = TicketState.Open;

    public int Points { get; init; }

    public string? Assignee { get; init; }

    public DateOnly? Due { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyDictionary<string, int> Votes { get; init; } = new Dictionary<string, int>();
}

public enum TicketState
{
    Closed,
    Open,
    InReview,
}
