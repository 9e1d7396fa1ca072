using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ingest.LocalHost.Invocation;

/// <summary>The middleware around every function, the first added outermost.</summary>
internal sealed class FunctionPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> next) => middleware.Add(next);

    public FunctionExecutionDelegate Around(FunctionExecutionDelegate function) =>
        Enumerable.Reverse(middleware).Aggregate(function, (inner, outer) => outer(inner));
}
