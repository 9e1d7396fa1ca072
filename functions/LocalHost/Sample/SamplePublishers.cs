using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ingest.LocalHost.Sample;

/// <summary>
/// An Asia News Network and a Phnom Penh Post that are served on this machine, with invented articles about invented people,
/// in the page and feed structure of the real ones.
/// </summary>
internal static class SamplePublishers
{
    /// <summary>The port of the first publisher where nothing else was remembered and it is free; the second has the next.</summary>
    public const int UsualPort = 7072;

    private static readonly WordPressStyle Ann = new(
        "Asia News Network", "ann", "/category/home-page/daily-digest/", "Daily digest", WholeTextInFeed: false,
        (address, title, picture) => $"<div class=\"post-card\"><div class=\"post-img\"><a href=\"{address}\"><img src=\"{picture}\" alt=\"\"></a></div><h3>{Markup.Link(address, title)}</h3></div>");

    private static readonly WordPressStyle Post = new(
        "Phnom Penh Post", "post", "/category/national/", "National", WholeTextInFeed: true,
        (address, title, _) => $"<li class=\"wp-block-post\"><h2 class=\"wp-block-post-title\">{Markup.Link(address, title)}</h2></li>");

    /// <summary>Starts both; what they must remember is kept in the data folder.</summary>
    public static async Task<RunningSample> StartAsync(string dataFolder, CancellationToken cancellationToken = default)
    {
        var memory = SampleMemory.Load(dataFolder) ?? new SampleMemory(FreePort(UsualPort), FreePort(UsualPort + 1), PostPolls: 0);
        memory.Save(dataFolder);
        var (annHome, postHome) = (Home(memory.AnnPort), Home(memory.PostPort));

        var (annShelf, annSite) = (new SampleShelf("Ann"), new WordPressSite(Ann, annHome));
        var annHost = await ServeAsync(memory.AnnPort, request => annSite.Answer(request, annShelf.Articles(afterEdits: false)), cancellationToken);

        var (postShelf, postSite, oldPostSite) = (new SampleShelf("PostWordPress"), new WordPressSite(Post, postHome), new OldPostSite(postHome));
        var polling = new Lock();
        var postHost = await ServeAsync(memory.PostPort, AnswerPost, cancellationToken);
        return new RunningSample(annHome, postHome, [annHost, postHost]);

        SamplePage? AnswerPost(HttpRequest request)
        {
            bool edited;
            lock (polling)
            {
                if (request.Path == "/feed/" && memory.PostPolls < SampleMemory.EditedFromPoll)
                {
                    memory = memory with { PostPolls = memory.PostPolls + 1 };
                    memory.Save(dataFolder);
                }

                edited = memory.PostPolls >= SampleMemory.EditedFromPoll;
            }

            return postSite.Answer(request, postShelf.Articles(edited)) ?? oldPostSite.Answer(request);
        }
    }

    private static async Task<WebApplication> ServeAsync(int port, Func<HttpRequest, SamplePage?> answer, CancellationToken cancellationToken)
    {
        // Empty: neither the application's configuration nor its logging concerns a publisher.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        app.Run(context => (answer(context.Request) ?? SamplePage.NotFound).WriteAsync(context));
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (IOException inUse)
        {
            await app.DisposeAsync();
            throw new LocalHostException(
                $"The sample publishers of this data folder live at port {port}, which another program holds. End that program, or start with another folder (--data FOLDER).", inUse);
        }
    }

    private static Uri Home(int port) => new($"http://localhost:{port}/");

    private static int FreePort(int usual) => FreePorts.IsFree(usual) ? usual : FreePorts.Any();
}

/// <summary>The sample publishers while they run; disposing ends them.</summary>
/// <param name="Ann">The home page of the Asia News Network.</param>
/// <param name="Post">The home page of the Phnom Penh Post.</param>
/// <param name="Hosts">The web servers.</param>
internal sealed record RunningSample(Uri Ann, Uri Post, IReadOnlyList<WebApplication> Hosts) : IAsyncDisposable
{
    /// <summary>The configuration that points the built-in sources at them, and adds the Post's old pages as a source of their own.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Sources:ann:HomePage"] = $"{Ann}",
        ["Sources:ann:FindAt"] = $"{Ann}feed/",
        ["Sources:post:HomePage"] = $"{Post}",
        ["Sources:post:FindAt"] = $"{Post}feed/",
        ["Sources:post-archive:Name"] = "The Phnom Penh Post, archive",
        ["Sources:post-archive:HomePage"] = $"{Post}",
        ["Sources:post-archive:TimeZone"] = "Asia/Phnom_Penh",
        ["Sources:post-archive:Language"] = "en",
        ["Sources:post-archive:FindBy"] = "Listing",
        ["Sources:post-archive:FindAt"] = $"{Post}archive",
        ["Sources:post-archive:ListingSelector"] = ".view-content .item-list li h3 a",
        ["Sources:post-archive:Rule"] = "post",
        // Nobody's server is spared by waiting here.
        ["Network:Pause"] = "00:00:00",
        ["Network:AllowedHosts:0"] = $"{Ann.Authority}",
        ["Network:AllowedHosts:1"] = $"{Post.Authority}",
        // Their articles are months old, and whoever watches wants to see the one that is edited.
        ["Polling:Floor"] = "00:00:30",
        ["Polling:Ceiling"] = "00:01:00",
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
    }
}
