// No key.
namespace Mistakes.GCG0009;

[Resource("olives")]
public partial record Olive;
