using System.Diagnostics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.LocalHost.Invocation;

/// <summary>Runs functions: makes the class, fills the parameters, calls the method through the middleware, awaits it.</summary>
internal sealed class FunctionInvoker(FunctionPipeline pipeline, IServiceScopeFactory scopes)
{
    // Named as the real worker's, so that traces look the same on both.
    private static readonly ActivitySource Activities = new("Microsoft.Azure.Functions.Worker");

    private readonly FunctionExecutionDelegate execute = pipeline.Around(ExecuteAsync);

    /// <summary>Runs a function that a timer or a message set off, in a service scope of its own.</summary>
    public async Task InvokeAsync(Function function, Trigger trigger, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await InvokeAsync(new LocalFunctionContext(function, trigger, scope.ServiceProvider, cancellation));
    }

    /// <summary>Runs one prepared invocation and returns what the function returned, null for a plain Task or void.</summary>
    public async Task<object?> InvokeAsync(LocalFunctionContext context)
    {
        using var activity = Activities.StartActivity($"function {context.Function.Name}");
        try
        {
            await execute(context);
            return context.Result;
        }
        catch (Exception problem)
        {
            activity?.SetStatus(ActivityStatusCode.Error, problem.Message);
            throw;
        }
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (LocalFunctionContext)context;
        var method = invocation.Function.Method;
        var instance = ActivatorUtilities.CreateInstance(invocation.InstanceServices, method.DeclaringType!);
        try
        {
            var arguments = ParameterBinding.Bind(invocation);
            var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            invocation.Result = returned is Task task ? await ResultOf(task) : returned;
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }

    private static async Task<object?> ResultOf(Task task)
    {
        await task;
        // A plain async Task is a Task<VoidTaskResult> underneath, hence the look at the type that the compiler hides.
        return task.GetType().GetProperty(nameof(Task<object>.Result)) is { } result && result.PropertyType.Name != "VoidTaskResult"
            ? result.GetValue(task)
            : null;
    }
}
