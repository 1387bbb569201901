using Community;
using GeekCafe.Local;

return await LocalHost.RunAsync<CommunityApplication>(args);
