using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Ingest.LocalHost.Http;

/// <summary>
/// The key that functions with the level Function, System or Admin ask for, in the header x-functions-key. It is the setting FunctionsKey;
/// without one every function is open, as under Core Tools.
/// </summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private readonly string? key = configuration["FunctionsKey"];

    public bool Admits(HttpRequest request, AuthorizationLevel level) =>
        level == AuthorizationLevel.Anonymous || string.IsNullOrEmpty(key) || AreEqual(request.Headers["x-functions-key"].ToString(), key);

    // Of hashes, so that the time taken tells neither the key nor its length.
    private static bool AreEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
