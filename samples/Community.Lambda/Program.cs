using Community;
using GeekCafe.Lambda;

return await LambdaHost.RunAsync<CommunityApplication>();
