namespace GeekCafe.Lambda;

/// <summary>A stream record: where its parts stand in the batch's bytes.</summary>
internal struct StreamRecord
{
    /// <summary>The record as a whole.</summary>
    public JsonSlice Whole;

    public JsonSlice EventId, EventName, EventSource, UserIdentity, Change;

    // Members of dynamodb.
    public JsonSlice CreatedAt, Keys, NewImage, OldImage, SequenceNumber;

    /// <summary>About when the change was made.</summary>
    public DateTimeOffset? At;

    /// <summary>Whether DynamoDB itself removed the item, because its time was over.</summary>
    public bool IsExpiry;
}
