using Community.Users;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Users;

/// <summary>What others see of a person.</summary>
public abstract class ProfileContract<TDatabase> : UserTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Uri Picture = new("https://example.org/ann.png");

    private async Task RegisterAsync(PrivacySettings privacy) =>
        Assert.True((await Users.CreateAsync(Ann, Person() with { Avatar = Picture, Privacy = privacy }, Cancellation)).IsSuccess);

    [Theory]
    [InlineData(ProfileVisibility.Public, "other", true)]
    [InlineData(ProfileVisibility.Public, "organizer", true)]
    [InlineData(ProfileVisibility.Public, "admin", true)]
    [InlineData(ProfileVisibility.Public, "self", true)]
    [InlineData(ProfileVisibility.Public, "foreign admin", false)]
    [InlineData(ProfileVisibility.InviteOnly, "other", false)]
    [InlineData(ProfileVisibility.InviteOnly, "organizer", true)]
    [InlineData(ProfileVisibility.InviteOnly, "admin", true)]
    [InlineData(ProfileVisibility.InviteOnly, "self", true)]
    [InlineData(ProfileVisibility.InviteOnly, "foreign admin", false)]
    [InlineData(ProfileVisibility.Private, "other", false)]
    [InlineData(ProfileVisibility.Private, "organizer", false)]
    [InlineData(ProfileVisibility.Private, "admin", true)]
    [InlineData(ProfileVisibility.Private, "self", true)]
    [InlineData(ProfileVisibility.Private, "foreign admin", false)]
    public async Task A_profile_is_there_for_whom_the_person_says(ProfileVisibility visibility, string who, bool isShown)
    {
        await RegisterAsync(new PrivacySettings { ProfileVisibility = visibility });

        var profile = await Users.GetProfileAsync(Who(who), "ann", Cancellation);
        var never = await Users.GetProfileAsync(Who(who), "nobody", Cancellation);

        Assert.Equal(isShown, profile.IsSuccess);
        if (!isShown) Assert.Equal(never.Error, profile.Error);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public async Task A_profile_holds_what_the_person_shows_and_nothing_else(bool name, bool email, bool avatar)
    {
        await RegisterAsync(new PrivacySettings { ShowFullName = name, ShowEmail = email, ShowAvatar = avatar });
        var expected = new PublicProfile
        {
            Id = "ann",
            FullName = name ? "Ann Archer" : null,
            Email = email ? "ann@example.org" : null,
            Avatar = avatar ? Picture : null,
        };

        foreach (var who in new[] { "other", "admin", "self" }) Assert.Equal(expected, (await Users.GetProfileAsync(Who(who), "ann", Cancellation)).Data);
    }

    [Fact]
    public async Task Who_says_nothing_shows_name_and_picture_and_no_address()
    {
        await RegisterAsync(new PrivacySettings());
        Assert.Equal(new PublicProfile { Id = "ann", FullName = "Ann Archer", Avatar = Picture }, (await Users.GetProfileAsync(Bob, "ann", Cancellation)).Data);
    }

    [Fact]
    public async Task A_deleted_person_has_no_profile()
    {
        await RegisterAsync(new PrivacySettings());
        await Users.DeleteAsync(Ann, "ann", cancellationToken: Cancellation);
        foreach (var who in new[] { "other", "organizer", "admin", "self" }) await FailsAsync(ErrorCode.NotFound, Users.GetProfileAsync(Who(who), "ann", Cancellation));
        await FailsAsync(ErrorCode.NotFound, Users.FindProfileAsync(Host, "ann@example.org", Cancellation));
    }

    [Theory]
    [InlineData("organizer", true, ProfileVisibility.Public, null)]
    [InlineData("organizer", true, ProfileVisibility.InviteOnly, null)]
    [InlineData("organizer", true, ProfileVisibility.Private, ErrorCode.NotFound)]
    [InlineData("organizer", false, ProfileVisibility.Public, ErrorCode.NotFound)]
    [InlineData("admin", true, ProfileVisibility.Private, null)]
    [InlineData("admin", false, ProfileVisibility.Public, ErrorCode.NotFound)]
    [InlineData("other", true, ProfileVisibility.Public, ErrorCode.AccessDenied)]
    [InlineData("foreign admin", true, ProfileVisibility.Public, ErrorCode.NotFound)]
    public async Task Organizers_find_by_address_who_lets_himself_be_found(string who, bool searchable, ProfileVisibility visibility, ErrorCode? expected)
    {
        await RegisterAsync(new PrivacySettings { SearchableByHosts = searchable, ProfileVisibility = visibility });

        var found = await Users.FindProfileAsync(Who(who), "Ann@example.org", Cancellation);

        Assert.Equal(expected, found.Error?.Code);
        if (expected is null) Assert.Equal(("ann", null), (found.Data.Id, found.Data.Email));
    }
}

public sealed class ProfilesOnDynoxide : ProfileContract<Dynoxide>;

public sealed class ProfilesOnDynamoDbLocal : ProfileContract<Amazons>;
