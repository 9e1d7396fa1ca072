using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

public readonly record struct TextAnalyticsErrorCode
{
    private readonly string value;

    private TextAnalyticsErrorCode(string code) => value = code;

    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    public static explicit operator string(TextAnalyticsErrorCode errorCode) => errorCode.value;

    public override string ToString() => value;
}

public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message) => (ErrorCode, Message) = (code, message);

    public TextAnalyticsErrorCode ErrorCode { get; }

    public string Message { get; }
}

public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextAnalyticsError error, bool hasError) => (Id, Error, HasError) = (id, error, hasError);

    public string Id { get; }

    public TextAnalyticsError Error { get; }

    public bool HasError { get; }
}

public class RecognizeEntitiesResult : TextAnalyticsResult
{
    private readonly CategorizedEntityCollection? entities;

    internal RecognizeEntitiesResult(string id, CategorizedEntityCollection entities) : base(id, default, false) => this.entities = entities;

    internal RecognizeEntitiesResult(string id, TextAnalyticsError error) : base(id, error, true)
    {
    }

    /// <summary>Throws where the document has an error, as the real one does.</summary>
    public CategorizedEntityCollection Entities =>
        entities ?? throw new InvalidOperationException($"Document {Id} has an error: {Error.ErrorCode}: {Error.Message}");
}

public class RecognizeEntitiesResultCollection : ReadOnlyCollection<RecognizeEntitiesResult>
{
    internal RecognizeEntitiesResultCollection(IList<RecognizeEntitiesResult> results, string modelVersion) : base(results) => ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
