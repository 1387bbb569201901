// A list of users that is a text.
namespace Mistakes.GCG0090;

[Resource("chats")]
[PrimaryKey("TENANT#{TenantId}", "CHAT#{Id}")]
[Allow(Operation.Read, Members = nameof(Topic))]
public partial record Chat
{
    public string Topic { get; init; } = "";
}
