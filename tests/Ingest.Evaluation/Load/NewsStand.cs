using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.LocalHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Evaluation.Load;

/// <summary>
/// Two invented papers on ports of this machine: the herald writes its articles, and the digest carries a copy of every tenth. Both list what
/// they have as WordPress does.
/// </summary>
internal sealed class NewsStand : IAsyncDisposable
{
    /// <summary>Every so many articles of the herald stand in the digest too.</summary>
    public const int CopyEvery = 10;

    private const string Credit = "- The Herald/ANN";
    private const string Html = "text/html; charset=utf-8";

    // Slower than anybody likes, and well within any deadline.
    private static readonly TimeSpan Drop = TimeSpan.FromMilliseconds(250);
    private const int Drops = 8;

    private readonly Faults faults;
    private readonly WebApplication app;
    private readonly int first = FreePorts.Any(2);

    private int published;

    private NewsStand(Faults faults)
    {
        this.faults = faults;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(first);
            kestrel.ListenLocalhost(first + 1);
        });
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>How many articles the herald has published, from 0.</summary>
    public int Published
    {
        get => Volatile.Read(ref published);
        set => Volatile.Write(ref published, value);
    }

    /// <summary>The herald's home page.</summary>
    public Uri Herald => Home(isDigest: false);

    /// <summary>The digest's home page.</summary>
    public Uri Digest => Home(isDigest: true);

    /// <summary>Every page with its bytes: whose it is, its address, what stands there.</summary>
    public IEnumerable<(string Paper, Uri Address, byte[] Page)> Pages(int number)
    {
        yield return ("herald", At(number, isDigest: false), Encoding.UTF8.GetBytes(InventedNews.Page(number)));
        if (number % CopyEvery == 0) yield return ("digest", At(number, isDigest: true), Encoding.UTF8.GetBytes(InventedNews.Page(number, Credit)));
    }

    public static async Task<NewsStand> StartAsync(Faults faults)
    {
        var stand = new NewsStand(faults);
        await stand.app.StartAsync();
        return stand;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Uri Home(bool isDigest) => new($"http://127.0.0.1:{(isDigest ? first + 1 : first)}/");

    private Uri At(int number, bool isDigest) => new(Home(isDigest), $"news/{number}/");

    private async Task AnswerAsync(HttpContext context)
    {
        var (path, isDigest) = (context.Request.Path.Value!, context.Connection.LocalPort != first);
        if (path == "/wp-json/wp/v2/posts") await ListAsync(context, isDigest);
        else if (path.Split('/') is ["", "news", var text, ""] && int.TryParse(text, out var number) && number >= 0 && number < Published && (!isDigest || number % CopyEvery == 0))
            await GiveAsync(context, InventedNews.Page(number, isDigest ? Credit : null));
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task GiveAsync(HttpContext context, string page)
    {
        var fault = faults.OfPublisher();
        if (fault == Fault.PublisherError)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(page);
        (context.Response.ContentType, context.Response.ContentLength) = (Html, bytes.Length);
        if (fault == Fault.PublisherCutAnswer)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        foreach (var part in fault == Fault.PublisherSlow ? bytes.Chunk((bytes.Length / Drops) + 1) : [bytes])
        {
            if (fault == Fault.PublisherSlow) await Task.Delay(Drop, TimeProvider.System, context.RequestAborted);
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    }

    /// <summary>The collection of posts, newest first.</summary>
    private Task ListAsync(HttpContext context, bool isDigest)
    {
        var (perPage, page) = (Number("per_page", 10), Number("page", 1));
        var posts = Enumerable.Range(0, Published).Reverse().Where(number => !isDigest || number % CopyEvery == 0).Skip((page - 1) * perPage).Take(perPage).Select(number => new
        {
            id = number,
            date_gmt = InventedNews.PublishedAt(number).UtcDateTime.ToString("s", CultureInfo.InvariantCulture),
            guid = new { rendered = At(number, isDigest) },
            link = At(number, isDigest),
            title = new { rendered = InventedNews.Title(number) },
        }).ToList();
        if (posts.Count > 0 || page == 1) return context.Response.WriteAsJsonAsync(posts, JsonSerializerOptions.Default);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;

        int Number(string name, int otherwise) => int.TryParse(context.Request.Query[name], out var number) && number > 0 ? number : otherwise;
    }
}
