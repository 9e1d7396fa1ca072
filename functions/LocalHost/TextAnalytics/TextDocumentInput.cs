namespace Azure.AI.TextAnalytics;

public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text) => (Id, Text) = (id, text);

    public string Id { get; }

    public string Text { get; }
}

public class TextDocumentInput(string id, string text) : TextAnalyticsInput(id, text)
{
    public string? Language { get; set; }
}
