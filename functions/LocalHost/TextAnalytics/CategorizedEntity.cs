using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

public readonly record struct EntityCategory
{
    private readonly string value;

    private EntityCategory(string category) => value = category;

    public static EntityCategory Person { get; } = new("Person");

    public static EntityCategory PersonType { get; } = new("PersonType");

    public static EntityCategory Location { get; } = new("Location");

    public static EntityCategory Organization { get; } = new("Organization");

    public static EntityCategory DateTime { get; } = new("DateTime");

    public static EntityCategory Quantity { get; } = new("Quantity");

    public static implicit operator EntityCategory(string category) => new(category);

    public static explicit operator string(EntityCategory category) => category.value;

    public override string ToString() => value;
}

/// <summary>Offset and length count UTF-16 units: the client asks for <c>Utf16CodeUnit</c>, as the real one does.</summary>
public readonly struct CategorizedEntity
{
    internal CategorizedEntity(string text, EntityCategory category, string? subCategory, double confidenceScore, int offset, int length) =>
        (Text, Category, SubCategory, ConfidenceScore, Offset, Length) = (text, category, subCategory, confidenceScore, offset, length);

    public string Text { get; }

    public EntityCategory Category { get; }

    public string? SubCategory { get; }

    public double ConfidenceScore { get; }

    public int Offset { get; }

    public int Length { get; }
}

public class CategorizedEntityCollection : ReadOnlyCollection<CategorizedEntity>
{
    internal CategorizedEntityCollection(IList<CategorizedEntity> entities) : base(entities)
    {
    }
}
