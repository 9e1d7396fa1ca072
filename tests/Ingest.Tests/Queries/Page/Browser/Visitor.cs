using Microsoft.Playwright;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>Somebody who looks at the page.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> troubles = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") troubles.Add(message.Text);
        };
        page.PageError += (_, error) => troubles.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    /// <summary>What is shown.</summary>
    public IPage Page { get; }

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the console complained of: breaches of the policy among it.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    public async Task<IResponse> GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        await Page.EvaluateAsync("document.fonts.ready");
        return answer!;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
