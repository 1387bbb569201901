using Community;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Access;

public sealed class AccessMatrixTests
{
    /// <summary>All of the tenant read an event, once it is published where there are drafts; its organizer and admins change it.</summary>
    private const string Events = """
        role          whose    create  batch  read  list  batch-get  update  replace  delete  restore
        anonymous     own      401     401    401   401   401        401     401      401     401
        anonymous     others   401     401    401   401   401        401     401      401     401
        anonymous     deleted  401     401    401   401   401        401     401      401     401
        anonymous     foreign  401     401    401   401   401        401     401      401     401
        foreign-admin own      201     201    404   no    404        404     404      404     404
        foreign-admin others   201     201    404   no    404        404     404      404     404
        foreign-admin deleted  201     201    404   no    404        404     404      404     404
        foreign-admin foreign  201     201    404   no    404        404     404      404     404
        member        own      201     201    200   yes   200        200     200      204     200
        member        others   201     201    200   yes   200        403     403      403     403
        member        deleted  201     201    404   no    404        404     404      204     200
        member        foreign  201     201    404   no    404        404     404      404     404
        admin         own      201     201    200   yes   200        200     200      204     200
        admin         others   201     201    200   yes   200        200     200      204     200
        admin         deleted  201     201    404   no    404        404     404      204     200
        admin         foreign  201     201    404   no    404        404     404      404     404
        api-key       own      201     201    200   yes   200        200     200      204     200
        api-key       others   201     201    200   yes   200        403     403      403     403
        api-key       deleted  201     201    404   no    404        404     404      204     200
        api-key       foreign  201     201    404   no    404        404     404      404     404
        """;

    /// <summary>The default: as above, with the creator for the organizer.</summary>
    private const string Notes = Events;

    /// <summary>Those who are listed read it, hosts of it change it, and a clerk alone deletes.</summary>
    private const string Rooms = """
        role          whose    create  batch  read  list  batch-get  update  replace  delete  restore
        anonymous     own      401     401    401   401   401        401     401      401     401
        foreign-admin own      201     201    404   no    404        404     404      404     404
        member        own      201     201    200   yes   200        200     200      403     403
        member        others   201     201    200   yes   200        200     200      403     403
        member        foreign  201     201    404   no    404        404     404      404     404
        admin         own      201     201    404   no    404        404     404      404     404
        admin         others   201     201    404   no    404        404     404      404     404
        api-key       own      201     201    404   no    404        404     404      404     404
        """;

    [Fact]
    public async Task Events_are_read_by_their_tenant_and_changed_by_organizer_and_admins()
    {
        await using var app = await TestApplication<CommunityApplication>.StartAsync();
        using var keyed = app.Function("api", ("GEEKCAFE_AUTHENTICATION", "apiKey"));
        const string body = """{"title":"x","startsAt":"2030-06-01T10:00:00Z"}""";
        Assert.Equal(Lines(Events), await AccessMatrix.FillAsync(app, "/events", body, """{"title":"y"}""", async tenant =>
            keyed.AsApiKey((await app.As(tenant, "root", "admin").PostAsync("/api-keys", """{"name":"x"}""")).Text("key")), Events,
            static (owner, id) => owner.PostAsync($"/events/{id}/publish")));
    }

    [Theory]
    [InlineData("/access-notes", """{"text":"x"}""", """{"text":"y"}""", Notes)]
    [InlineData("/access-rooms", """{"text":"x","guests":["kim"],"hosts":["kim"]}""", """{"text":"y"}""", Rooms)]
    public async Task Default_rules_and_lists_of_users_are_kept(string path, string body, string patch, string expected)
    {
        var key = ApiKeyText.New("home", "robot");
        await using var app = await TestApplication<GeekCafeCommunityTestsApplication>.StartAsync(options => options.Configure = choices => choices.ApiKeys = new OneKey(key));
        using var keyed = app.Function("api", ("GEEKCAFE_AUTHENTICATION", "apiKey"));
        Assert.Equal(Lines(expected), await AccessMatrix.FillAsync(app, path, body, patch, _ => Task.FromResult(keyed.AsApiKey(key)), expected));
    }

    private static string Lines(string table) => table.ReplaceLineEndings("\n");

    private sealed class OneKey(string text) : IApiKeyStore
    {
        public ValueTask<ServiceResult<ApiKeyRecord>> FindAsync(string tenantId, string keyId, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ServiceResult<ApiKeyRecord>>(new ApiKeyRecord(tenantId, keyId, "robot", ApiKeyText.Hash(text)));
    }
}
