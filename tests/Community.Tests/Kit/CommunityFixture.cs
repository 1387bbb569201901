using Community;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Kit;

/// <summary>The community on a table of its own, for all tests of a class.</summary>
public sealed class CommunityFixture : TestApplication<CommunityApplication>, IAsyncLifetime;
