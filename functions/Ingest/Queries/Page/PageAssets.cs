using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>The page's style sheet, script modules and type, which ship inside the library.</summary>
internal static class PageAssets
{
    private const string Folder = "Queries/Page/Assets/";

    private static readonly FrozenDictionary<string, Asset> All = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..], name => Load(name), StringComparer.Ordinal);

    private sealed record Asset(byte[] Bytes, string ContentType, string Tag);

    /// <summary>The address under which a browser may keep the asset for good: it changes with the content.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Tag}";

    /// <summary>Serves one by its name; 404 for any other name.</summary>
    public static IResult Serve(string name) => All.TryGetValue(name, out var asset) ? new AssetResult(asset) : TypedResults.NotFound();

    private static Asset Load(string name)
    {
        using var stream = DataFile.Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new Asset(bytes.ToArray(), ContentTypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12]);
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };

    private sealed class AssetResult(Asset asset) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (request, response) = (httpContext.Request, httpContext.Response);
            var lasting = request.Query["v"] == asset.Tag;
            response.Headers.CacheControl = lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.ETag = $"\"{asset.Tag}\"";
            if (request.Headers.IfNoneMatch == $"\"{asset.Tag}\"")
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = asset.ContentType;
            response.ContentLength = asset.Bytes.Length;
            await response.Body.WriteAsync(asset.Bytes, httpContext.RequestAborted);
        }
    }
}
