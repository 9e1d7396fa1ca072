using Ingest.LocalHost;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        PlainExit.Unless(() => new FunctionsApplicationBuilder(LocalHostOptions.FromCommandLine(args)));
}
