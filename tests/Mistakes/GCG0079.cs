// A collection of nothing.
namespace Mistakes.GCG0079;

[ItemCollection]
public partial record Nothing
{
    public bool IsEmpty => true;
}
