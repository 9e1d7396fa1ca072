using Ingest.Evaluation;
using Ingest.Evaluation.Benches;
using Ingest.Evaluation.Fuzzing;
using Ingest.Evaluation.Load;
using Ingest.Evaluation.Specs;
using Ingest.Evaluation.Training;

return args switch
{
    ["mentions", var input, var output] => MentionsCommand.Run(input, output),
    ["fuzz", var folder, var rounds] when int.TryParse(rounds, out var number) => FuzzCommand.Run(folder, number),
    ["fuzz", var folder, var rounds, var bytes] when int.TryParse(rounds, out var number) && int.TryParse(bytes, out var size) => FuzzCommand.Run(folder, number, size),
    ["feeds", var folder, var output] => FeedsCommand.Run(folder, output),
    ["articles", var folder, var output] => ArticlesCommand.Run(folder, output),
    ["specs", var folder] => SpecsCommand.Run(folder),
    ["bench", "record", .. var sizes] => await RecordBench.RunAsync(sizes.Length > 0 ? [.. sizes.Select(int.Parse)] : [1_000, 20_000]),
    ["load", .. var minutes] => await LoadCommand.RunAsync(minutes.Length > 0 ? int.Parse(minutes[0]) : 10),
    ["backfill", .. var articles] => await BackfillCommand.RunAsync(articles.Length > 0 ? int.Parse(articles[0]) : 10_000),
    ["bench", "pipeline", .. var count] => await PipelineBench.RunAsync(count is [var number] ? int.Parse(number) : 2_000),
    ["costs", var infra] => CostsCommand.Run(infra),
    ["speakers", var gold] => SpeakersCommand.Run(gold, null),
    ["speakers", var gold, var errors] => SpeakersCommand.Run(gold, errors),
    ["train-tagger", var model, var heldOut, var houseStyle, .. var folders] => TrainTaggerCommand.Run(model, heldOut, houseStyle, folders),
    ["train-confidence", var output, .. var gold] => TrainConfidenceCommand.Run(output, gold),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Ingest.Evaluation -- COMMAND

          mentions IN.jsonl OUT.jsonl    statements, officials, figures and dates of texts
          articles FOLDER OUT.json       the article on each page of a folder (*.html.gz)
          feeds FOLDER OUT.jsonl         what every feed below a folder says
          specs FOLDER                   the specifications of Recognizers-Text that a newspaper could print
          bench record [STATEMENTS…]     what the record costs in storage transactions and time, at sizes
          bench pipeline [ARTICLES]      articles a second from queue to queryable, and where the processor's time goes
          fuzz FOLDER ROUNDS [BYTES]     the parsers on hostile inputs and mutated samples, with the costliest
          load [MINUTES]                 20 readers and an ingest, one fault a second: what is wrong, lost, doubled or slow
          backfill [ARTICLES]            a paper's past in one go: time, memory, transactions
          costs infra                    what Ingest costs a month on Azure
          speakers GOLD.jsonl [ERRORS]   who speaks, given the annotators' contents and mentions
          train-tagger MODEL HELD-OUT HOUSE-STYLE FOLDER…   the part-of-speech tagger, from folders of CoNLL-U
          train-confidence OUT GOLD.jsonl…   how sure a statement is, from annotated articles
        """);
    return 2;
}
