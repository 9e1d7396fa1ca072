using Ingest.Evaluation;

return args switch
{
    ["mentions", var input, var output] => MentionsCommand.Run(input, output),
    ["costs", var infra] => CostsCommand.Run(infra),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Ingest.Evaluation -- COMMAND

          mentions IN.jsonl OUT.jsonl    statements, officials, figures and dates of texts
          costs infra                    what Ingest costs a month on Azure
        """);
    return 2;
}
