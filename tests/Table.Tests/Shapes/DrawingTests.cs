using CsCheck;
using GeekCafe.Validation;
using System.Text.Json;

namespace GeekCafe.Table.Tests.Shapes;

public abstract class DrawingTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private DrawingService _drawings = null!;

    protected override ValueTask PrepareAsync()
    {
        _drawings = new(Environment);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_shape_comes_back_from_the_table() => await Drawings.Any.SampleAsync(async drawing =>
    {
        var sent = Drawings.Read<DrawingInput>(Drawings.Body(drawing));
        var created = await _drawings.CreateAsync(Ann, sent);
        if (created.Error?.Code == ErrorCode.AlreadyExists) return true;
        var read = (await _drawings.GetAsync(Ann, drawing.Number.Value)).Data;
        return Drawings.Same(created.Data, read) && Drawings.Body(created.Data) == Drawings.Body(drawing);
    }, iter: 60, threads: 1);

    [Fact]
    public async Task Members_are_found_by_keys_they_inherit()
    {
        await CreateAsync("""{"title":"t","number":7,"figure":{"figureKind":"circle","center":{"x":1},"radius":2}}""");
        var page = await _drawings.ListByTitleAsync(Ann, "t");
        Assert.Equal(new DrawingNumber(7), Assert.Single(page.Data.Items).Number);
        Assert.Empty((await _drawings.ListByTitleAsync(Foreign, "t")).Data.Items);
    }

    [Fact]
    public async Task A_patch_merges_into_the_same_kind_and_replaces_another()
    {
        await CreateAsync("""{"title":"t","number":1,"figure":{"figureKind":"circle","center":{"x":1},"radius":2},"frame":{"color":"red"},"extra":{"a":1}}""");
        Assert.Equal(new Circle(new(1, 5), 2), (await PatchAsync("""{"figure":{"center":{"y":5}}}""")).Figure);
        Assert.Equal(new Circle(new(1, 5), 3), (await PatchAsync("""{"figure":{"radius":3,"figureKind":"circle"}}""")).Figure);
        Assert.Equal(new Ring(new(9), 4, 1), (await PatchAsync("""{"figure":{"figureKind":"ring","center":{"x":9},"radius":4,"hole":1}}""")).Figure);
        Assert.Equal(new Frame { Color = "red", Width = 8 }, (await PatchAsync("""{"frame":{"width":8}}""")).Frame);
        Assert.Null((await PatchAsync("""{"frame":null}""")).Frame);
        Assert.Equal("[2]", (await PatchAsync("""{"extra":[2]}""")).Extra!.Value.GetRawText());
        Assert.Equal(new Ink(1, 2, 255), (await PatchAsync("""{"ink":"0102ff"}""")).Ink);
    }

    [Theory]
    [InlineData("""{"figure":{"figureKind":"star"}}""", "figure.figureKind", "must be one of circle, ring, group")]
    [InlineData("""{"figure":{"figureKind":"ring","radius":1}}""", "figure.hole", "is required")]
    [InlineData("""{"figure":{"hole":1}}""", "figure.hole", "is not a member of this resource, or cannot be written")]
    [InlineData("""{"figure":{"radius":1001}}""", "figure.radius", "must be from 0 to 1000")]
    [InlineData("""{"figure":{"center":{"x":"1"}}}""", "figure.center.x", "must be a whole number from -2147483648 to 2147483647")]
    public async Task What_is_wrong_with_a_patch_is_told_by_member(string patch, string member, string problem)
    {
        await CreateAsync("""{"title":"t","number":1,"figure":{"figureKind":"circle","center":{"x":1},"radius":2}}""");
        var result = await _drawings.PatchAsync(Ann, 1, Drawings.Read<DrawingPatch>(patch));
        Assert.Equal(ErrorCode.ValidationError, result.Error?.Code);
        Assert.Equal(problem, result.Error!.Details![member]);
    }

    [Theory]
    [InlineData("\"ink\":\"red\"", "ink", "is not a valid value")]
    [InlineData("\"extra\":{\"a\":1,\"a\":1}", "extra", "must not hold an object with a member twice")]
    [InlineData("\"figures\":[{\"radius\":1}]", "figures.figureKind", "must be one of circle, ring, group")]
    public void What_is_wrong_with_an_input_is_told_by_member(string part, string member, string problem)
    {
        var errors = new ValidationErrors();
        Drawings.Read<DrawingInput>($$"""{"title":"t","number":1,"figure":{"figureKind":"group"},{{part}}}""", errors);
        Assert.Equal(problem, Assert.Single(errors.ToError().Details!, detail => detail.Key == member).Value);
    }

    [Fact]
    public async Task What_nests_too_deep_for_the_table_is_refused_before_it_is_sent()
    {
        var input = Drawings.Read<DrawingInput>("""{"title":"t","number":1,"figure":{"figureKind":"group"}}""");
        var deepest = await _drawings.CreateAsync(Ann, input with { Number = new(1), Extra = Nested(Depth) });
        Assert.True(deepest.IsSuccess, deepest.Error?.Message);
        Assert.Equal(Depth, Levels((await _drawings.GetAsync(Ann, 1)).Data.Extra!.Value));
        var calls = Wire.Requests.Count;
        var deeper = await _drawings.CreateAsync(Ann, input with { Number = new(2), Extra = Nested(Depth + 1) });
        Assert.Equal(ErrorCode.ValidationError, deeper.Error?.Code);
        Assert.Contains("32 levels", deeper.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(calls, Wire.Requests.Count);

        var chain = new Group();
        for (var i = 0; i < 40; i++) chain = new Group { Within = chain };
        Assert.Equal(ErrorCode.ValidationError, (await _drawings.UpdateAsync(Ann, 1, drawing => drawing with { Figure = chain })).Error?.Code);
    }

    private const int Depth = 31;

    private static JsonElement Nested(int levels) =>
        JsonDocument.Parse(new string('[', levels) + "1" + new string(']', levels), new JsonDocumentOptions { MaxDepth = 100 }).RootElement;

    private static int Levels(JsonElement value) => value.ValueKind == JsonValueKind.Array ? 1 + value.EnumerateArray().Select(Levels).FirstOrDefault() : 0;

    private async Task<Drawing> CreateAsync(string body) => (await _drawings.CreateAsync(Ann, Drawings.Read<DrawingInput>(body))).Data;

    private async Task<Drawing> PatchAsync(string patch) => (await _drawings.PatchAsync(Ann, 1, Drawings.Read<DrawingPatch>(patch))).Data;
}

public sealed class DrawingsOnDynoxide : DrawingTests<Dynoxide>;

public sealed class DrawingsOnDynamoDbLocal : DrawingTests<Amazons>;

/// <summary>The same laws where no database is asked.</summary>
public class DrawingMapTests
{
    [Fact]
    public void Every_shape_comes_back_from_an_attribute_map() => Drawings.Any.Sample(static drawing =>
    {
        var stored = ((IResource<Drawing>)drawing).WithSystem(new SystemMembers("i", "t", 1, default, "a", default, "a"));
        return Drawings.Same(stored, Drawing.FromAttributeMap(stored.ToAttributeMap()));
    });

    [Fact]
    public void A_patch_of_all_members_makes_any_drawing_of_any_other() => Gen.Select(Drawings.Any, Drawings.Any).Sample(static (one, other) =>
    {
        // Dictionaries merge; those of the other drawing that the patch does not name stay.
        one = one with { Named = new Dictionary<string, Figure>() };
        var errors = new ValidationErrors();
        var body = Drawings.Body(other);
        var patched = ((IResource<Drawing, DrawingKey, DrawingInput, DrawingPatch>)one).Apply(Drawings.Read<DrawingPatch>(body), errors);
        return errors.IsEmpty && Drawings.Body(patched) == body;
    });
}
