using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes the markers of unique values: an item for each, whose partition key holds the value and which names its owner.</summary>
internal static class UniqueMarkers
{
    public static readonly byte[] OwnerPartition = ItemJson.Quoted(ServiceAttributes.OwnerPartition);
    public static readonly byte[] OwnerSort = ItemJson.Quoted(ServiceAttributes.OwnerSort);

    /// <summary>The condition that a marker is the owner's: nobody gives up, or writes over, what another holds.</summary>
    private const string IfOwn = "attribute_not_exists(#p) OR (#o=:o AND #q=:q)";

    /// <summary>The marker's key.</summary>
    public static ItemKey KeyOf(in UniqueClaim claim) => new(claim.Partition, UniqueClaim.Sort);

    /// <summary>Takes a value, if nobody has it.</summary>
    /// <param name="claim">The value.</param>
    /// <param name="owner">The key of the resource that is to hold it.</param>
    /// <param name="tenantId">The tenant of both.</param>
    /// <param name="until">When the resource expires and its values with it. Null: never.</param>
    /// <param name="now">The time; markers that have expired are free although DynamoDB has not removed them yet.</param>
    public static Companion Take<T>(UniqueClaim claim, ItemKey owner, string tenantId, DateTimeOffset? until, DateTimeOffset now)
        where T : class, IResource<T> => new Taking<T>(claim, owner, tenantId, until, now);

    /// <summary>Gives a value up.</summary>
    public static Companion Release<T>(UniqueClaim claim, ItemKey owner) where T : class, IResource<T> => new Releasing<T>(claim, owner);

    private sealed class Taking<T>(UniqueClaim claim, ItemKey owner, string tenantId, DateTimeOffset? until, DateTimeOffset now) : Companion
        where T : class, IResource<T>
    {
        public override string Action => "Put";

        public override ServiceError? Refusal => new(ErrorCode.AlreadyExists, "Another resource has this value.")
        {
            Details = new Dictionary<string, string> { [claim.Member] = "is taken" },
        };

        public override ServiceError? Write(DynamoRequest request, string token)
        {
            if (!KeyOf(claim).IsStorable) return ServiceError.Invalid(claim.Member, "is too long to be unique");
            var json = request.Json;
            json.WriteStartObject("Item"u8);
            ItemRequests.KeyMembers<T>(json, KeyOf(claim));
            ItemRequests.Text(json, ServiceAttributes.Type, ServiceAttributes.UniqueType);
            ItemRequests.Text(json, ServiceAttributes.TenantId, tenantId);
            ItemRequests.Text(json, ServiceAttributes.OwnerPartition, owner.Partition);
            ItemRequests.Text(json, ServiceAttributes.OwnerSort, owner.Sort);
            if (until is { } end) new ItemWriter(json).Name("ttl"u8).Value(TimeToLive.Seconds(end));
            json.WriteEndObject();

            json.WriteString("ConditionExpression"u8, IfOwn + " OR #l<=:l");
            Names<T>(json);
            json.WriteString("#l"u8, TimeToLive.Attribute);
            json.WriteEndObject();
            Values(json, owner);
            new ItemWriter(json).Name(":l"u8).Value(now.ToUnixTimeSeconds());
            json.WriteEndObject();
            return null;
        }
    }

    private sealed class Releasing<T>(UniqueClaim claim, ItemKey owner) : Companion where T : class, IResource<T>
    {
        public override string Action => "Delete";

        // A value from before it had to be unique may have been taken by another resource since; then there is nothing to give up.
        public override ServiceError? Refusal => null;

        public override ServiceError? Write(DynamoRequest request, string token)
        {
            var json = request.Json;
            ItemRequests.Key<T>(json, KeyOf(claim));
            json.WriteString("ConditionExpression"u8, IfOwn);
            Names<T>(json);
            json.WriteEndObject();
            Values(json, owner);
            json.WriteEndObject();
            return null;
        }
    }

    private static void Names<T>(Utf8JsonWriter json) where T : class, IResource<T>
    {
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#p"u8, T.Definition.PartitionKey);
        json.WriteString("#o"u8, ServiceAttributes.OwnerPartition);
        json.WriteString("#q"u8, ServiceAttributes.OwnerSort);
    }

    private static void Values(Utf8JsonWriter json, in ItemKey owner)
    {
        json.WriteStartObject("ExpressionAttributeValues"u8);
        ItemRequests.Text(json, ":o", owner.Partition);
        ItemRequests.Text(json, ":q", owner.Sort);
    }
}
