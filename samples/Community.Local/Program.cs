using Community;
using Community.Local;
using GeekCafe.Local;

// --tour walks two tenants through the whole domain, over HTTP, and ends with exit code 1 if anything is not as it should be.
return args.Contains("--tour") ? await Tour.RunAsync() : await LocalHost.RunAsync<CommunityApplication>(args);
