using System.Globalization;
using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>A resource as the generator would write it, by hand and with plain key texts.</summary>
public sealed partial record Note : IResource<Note, NoteKey, NoteInput, NotePatch>
{
    public static readonly TableDefinition Table = new("pk", "sk", [new IndexDefinition("gsi1", "gsi1_pk", "gsi1_sk")]);

    public static ResourceDefinition Definition { get; } = new("notes", "Note", "pk", "sk") { Indexes = Table.Indexes };

    public string Id { get; init; } = "";
    public string TenantId { get; init; } = "";
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset UpdatedAt { get; init; }
    public string UpdatedBy { get; init; } = "";
    public DateTimeOffset? DeletedAt { get; init; }
    public string? DeletedBy { get; init; }

    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public int Count { get; init; }

    /// <summary>In the index by color and count when it has one.</summary>
    public string? Color { get; init; }

    public bool IsPrivate { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset StampedAt { get; init; }

    public SystemMembers System => new(Id, TenantId, Version, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy, DeletedAt, DeletedBy);

    public NoteKey Key => new(Id);

    public Note WithSystem(in SystemMembers system) => this with
    {
        Id = system.Id,
        TenantId = system.TenantId,
        Version = system.Version,
        CreatedAt = system.CreatedAt,
        CreatedBy = system.CreatedBy,
        UpdatedAt = system.UpdatedAt,
        UpdatedBy = system.UpdatedBy,
        DeletedAt = system.DeletedAt,
        DeletedBy = system.DeletedBy,
    };

    public static Note Create(NoteInput input, Caller caller, DateTimeOffset now) => new Note { Title = input.Title, StampedAt = now }.Replace(input);

    public Note Replace(NoteInput input) => this with
    {
        Title = input.Title,
        Text = input.Text,
        Count = input.Count,
        Color = input.Color,
        IsPrivate = input.IsPrivate,
        ExpiresAt = input.ExpiresAt,
    };

    public Note Apply(NotePatch patch, ValidationErrors errors) => this with
    {
        Title = patch.Given.Contains(0) ? patch.Title : Title,
        Text = patch.Given.Contains(1) ? patch.Text : Text,
        Count = patch.Given.Contains(2) ? patch.Count : Count,
        Color = patch.Given.Contains(3) ? patch.Color : Color,
    };

    public void Validate(ValidationErrors errors)
    {
        if (Title.Length is < 1 or > 200) errors.Add("title", "must have 1 to 200 characters");
    }

    public static bool IsAllowed(Caller caller, Operation operation, Note resource) => operation switch
    {
        Operation.Create => true,
        Operation.Read => !resource.IsPrivate || resource.CreatedBy == caller.UserId || caller.HasRole("admin"),
        _ => resource.CreatedBy == caller.UserId || caller.HasRole("admin"),
    };

    public static bool IsExpired(Note resource, DateTimeOffset now) => resource.ExpiresAt is { } end && end <= now;

    public void WriteItem(ItemWriter item)
    {
        item.Name("pk"u8).Value(Key.ToPartitionKey(TenantId));
        item.Name("sk"u8).Value(Key.ToSortKey(TenantId));
        if (Color is not null)
        {
            item.Name("gsi1_pk"u8).Value($"TENANT#{TenantId}#COLOR#{Color}");
            item.Name("gsi1_sk"u8).Value(string.Create(CultureInfo.InvariantCulture, $"count#{Count:D10}"));
        }

        item.Name("id"u8).Value(Id);
        item.Name("tenant_id"u8).Value(TenantId);
        item.Name("version"u8).Value(Version);
        item.Name("created_at"u8).Value(CreatedAt);
        item.Name("created_by"u8).Value(CreatedBy);
        item.Name("updated_at"u8).Value(UpdatedAt);
        item.Name("updated_by"u8).Value(UpdatedBy);
        if (DeletedAt is { } deletedAt) item.Name("deleted_at"u8).Value(deletedAt);
        if (DeletedBy is not null) item.Name("deleted_by"u8).Value(DeletedBy);
        item.Name("title"u8).Value(Title);
        item.Name("text"u8).Value(Text);
        item.Name("count"u8).Value(Count);
        if (Color is not null) item.Name("color"u8).Value(Color);
        item.Name("is_private"u8).Value(IsPrivate);
        if (ExpiresAt is { } expiresAt) item.Name("expires_at"u8).Value(expiresAt);
        item.Name("stamped_at"u8).Value(StampedAt);
    }

    public static Note ReadItem(ref ItemReader item)
    {
        string? id = null, tenantId = null, title = null, createdBy = null, updatedBy = null, deletedBy = null, color = null, text = null;
        long? version = null;
        DateTimeOffset createdAt = default, updatedAt = default, stampedAt = default;
        DateTimeOffset? deletedAt = null, expiresAt = null;
        var count = 0;
        var isPrivate = false;
        while (item.NextAttribute())
        {
            if (item.Name.SequenceEqual("id"u8)) id = item.ReadString();
            else if (item.Name.SequenceEqual("tenant_id"u8)) tenantId = item.ReadString();
            else if (item.Name.SequenceEqual("version"u8)) version = item.ReadInt64();
            else if (item.Name.SequenceEqual("created_at"u8)) createdAt = item.ReadDateTimeOffset();
            else if (item.Name.SequenceEqual("created_by"u8)) createdBy = item.ReadString();
            else if (item.Name.SequenceEqual("updated_at"u8)) updatedAt = item.ReadDateTimeOffset();
            else if (item.Name.SequenceEqual("updated_by"u8)) updatedBy = item.ReadString();
            else if (item.Name.SequenceEqual("deleted_at"u8)) deletedAt = item.ReadDateTimeOffset();
            else if (item.Name.SequenceEqual("deleted_by"u8)) deletedBy = item.ReadString();
            else if (item.Name.SequenceEqual("title"u8)) title = item.ReadString();
            else if (item.Name.SequenceEqual("text"u8)) text = item.ReadString();
            else if (item.Name.SequenceEqual("count"u8)) count = item.ReadInt32();
            else if (item.Name.SequenceEqual("color"u8)) color = item.ReadString();
            else if (item.Name.SequenceEqual("is_private"u8)) isPrivate = item.ReadBoolean();
            else if (item.Name.SequenceEqual("expires_at"u8)) expiresAt = item.ReadDateTimeOffset();
            else if (item.Name.SequenceEqual("stamped_at"u8)) stampedAt = item.ReadDateTimeOffset();
            else item.Skip();
        }

        return new Note
        {
            Id = id ?? throw ItemReader.Missing("Note", "id"),
            TenantId = tenantId ?? throw ItemReader.Missing("Note", "tenant_id"),
            Version = version ?? throw ItemReader.Missing("Note", "version"),
            CreatedAt = createdAt,
            CreatedBy = createdBy ?? "",
            UpdatedAt = updatedAt,
            UpdatedBy = updatedBy ?? "",
            DeletedAt = deletedAt,
            DeletedBy = deletedBy,
            Title = title ?? throw ItemReader.Missing("Note", "title"),
            Text = text ?? "",
            Count = count,
            Color = color,
            IsPrivate = isPrivate,
            ExpiresAt = expiresAt,
            StampedAt = stampedAt,
        };
    }

    public void WriteJson(ApiWriter json)
    {
        json.StartObject();
        json.Name("id"u8).Value(Id);
        json.Name("version"u8).Value(Version);
        json.Name("createdBy"u8).Value(CreatedBy);
        json.Name("title"u8).Value(Title);
        json.Name("text"u8).Value(Text);
        json.Name("count"u8).Value(Count);
        if (Color is not null) json.Name("color"u8).Value(Color);
        json.EndObject();
    }
}

public readonly record struct NoteKey(string Id) : IResourceKey
{
    public bool IsValid => Identifier.IsValid(Id);

    public string ToPartitionKey(string tenantId) => $"TENANT#{tenantId}";

    public string ToSortKey(string tenantId) => $"NOTE#{Id}";
}

public sealed record NoteInput : IApiInput<NoteInput>
{
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public int Count { get; init; }
    public string? Color { get; init; }
    public bool IsPrivate { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    public static NoteInput ReadJson(ref ApiReader json)
    {
        var given = default(MemberSet);
        string title = "", text = "";
        string? color = null;
        var count = 0;
        while (json.NextMember())
        {
            if (json.Name.SequenceEqual("title"u8))
            {
                if (json.First(ref given, 0)) title = json.ReadString();
            }
            else if (json.Name.SequenceEqual("text"u8))
            {
                if (json.First(ref given, 1)) text = json.ReadString();
            }
            else if (json.Name.SequenceEqual("count"u8))
            {
                if (json.First(ref given, 2)) count = json.ReadInt32();
            }
            else if (json.Name.SequenceEqual("color"u8))
            {
                if (json.First(ref given, 3)) color = json.TryReadNull() ? null : json.ReadString();
            }
            else
            {
                json.Unknown();
            }
        }

        if (!given.Contains(0)) json.Missing("title");
        return new NoteInput { Title = title, Text = text, Count = count, Color = color };
    }
}

public sealed record NotePatch : IApiInput<NotePatch>
{
    public MemberSet Given { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public int Count { get; init; }
    public string? Color { get; init; }

    public static NotePatch ReadJson(ref ApiReader json)
    {
        var given = default(MemberSet);
        string title = "", text = "";
        string? color = null;
        var count = 0;
        while (json.NextMember())
        {
            if (json.Name.SequenceEqual("title"u8))
            {
                if (!json.First(ref given, 0)) continue;
                title = json.ReadString();
            }
            else if (json.Name.SequenceEqual("text"u8))
            {
                if (json.First(ref given, 1)) text = json.ReadString();
            }
            else if (json.Name.SequenceEqual("count"u8))
            {
                if (json.First(ref given, 2)) count = json.ReadInt32();
            }
            else if (json.Name.SequenceEqual("color"u8))
            {
                if (json.First(ref given, 3)) color = json.TryReadNull() ? null : json.ReadString();
            }
            else
            {
                json.Unknown();
            }
        }

        return new NotePatch { Given = given, Title = title, Text = text, Count = count, Color = color };
    }
}
