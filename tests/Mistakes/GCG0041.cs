// One name in the API for two members.
using System.Text.Json.Serialization;

namespace Mistakes.GCG0041;

[Resource("trains")]
[PrimaryKey("TENANT#{TenantId}", "TRAIN#{Id}")]
public partial record Train
{
    public int Cars { get; init; }
    [JsonPropertyName("cars")] public int Wagons { get; init; }
}
