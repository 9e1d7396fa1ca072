using System.Reflection;

namespace Ingest.LocalHost;

/// <summary>What the command line asks for.</summary>
internal sealed record LocalHostOptions
{
    private const string Usage = """
        Runs Ingest on this machine: its functions over HTTP, on their timers and on their queues.

          --sample        read the bundled sample publishers instead of the live sites; needs no network
          --port N        listen on http://localhost:N (7071)
          --data FOLDER   keep the storage emulator's files in FOLDER (.data)
          --help          show this

        Settings are environment variables, AzureWebJobsStorage among them: a storage account's connection
        string there takes the place of the emulator. FunctionsKey sets the key that callers of functions
        that ask for one send as x-functions-key.
        """;

    /// <summary>The port to listen on; 0 takes any that is free.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Where the emulator keeps its files.</summary>
    public string DataFolder { get; init; } = Path.GetFullPath(".data");

    /// <summary>Whether an emulator that already listens may take the place of one with that folder.</summary>
    public bool MayShareEmulator { get; init; } = true;

    /// <summary>Whether the bundled sample publishers stand in for the live sites.</summary>
    public bool Sample { get; init; }

    /// <summary>The classes whose functions run.</summary>
    public IEnumerable<Type> FunctionClasses { get; init; } = Assembly.GetEntryAssembly()!.GetExportedTypes();

    /// <summary>Settings that win over environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Reads the command line; ends the process where it asks for help.</summary>
    /// <exception cref="LocalHostException">An argument is unknown or lacks its value.</exception>
    public static LocalHostOptions FromCommandLine(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            Environment.Exit(0);
        }

        return Parse(args);
    }

    /// <exception cref="LocalHostException">An argument is unknown or lacks its value.</exception>
    internal static LocalHostOptions Parse(string[] args)
    {
        var options = new LocalHostOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--sample" => options with { Sample = true },
                "--port" => options with { Port = PortIn(Value()) },
                "--data" => options with { DataFolder = Path.GetFullPath(Value()), MayShareEmulator = false },
                _ => throw new LocalHostException($"'{args[i]}' is no option of this program; --help shows them all."),
            };

            string Value() => ++i < args.Length ? args[i] : throw new LocalHostException($"{args[i - 1]} needs a value.");
        }

        return options;
    }

    private static int PortIn(string text) =>
        ushort.TryParse(text, out var port) && port > 0
            ? port
            : throw new LocalHostException($"--port takes a number from 1 to 65535, not '{text}'.");
}
