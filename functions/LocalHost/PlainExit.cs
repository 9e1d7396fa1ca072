using Microsoft.Extensions.Options;

namespace Ingest.LocalHost;

/// <summary>Ends the process with one line on what people can put right; everything else is a mistake of ours and keeps its stack.</summary>
internal static class PlainExit
{
    public static T Unless<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception problem) when (IsForPeople(problem))
        {
            return End<T>(problem);
        }
    }

    public static async Task UnlessAsync(Func<Task> start)
    {
        try
        {
            await start();
        }
        catch (Exception problem) when (IsForPeople(problem))
        {
            End<object>(problem);
        }
    }

    private static bool IsForPeople(Exception problem) => problem is LocalHostException or OptionsValidationException;

    private static T End<T>(Exception problem)
    {
        Console.Error.WriteLine(problem.Message);
        Environment.Exit(1);
        throw problem;
    }
}
