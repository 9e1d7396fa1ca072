using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.LocalHost.Invocation;

/// <summary>One run of a function.</summary>
internal sealed class LocalFunctionContext(Function function, Trigger trigger, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public Function Function { get; } = function;

    public Trigger Trigger { get; } = trigger;

    public HttpContext? Http { get; init; }

    /// <summary>What the function returned, once it has.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override FunctionDefinition FunctionDefinition => Function;

    public override BindingContext BindingContext { get; } = new TriggerData(trigger.Data);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; } = cancellation;

    private sealed class TriggerData(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }
}

/// <summary>What set a function off.</summary>
/// <param name="Value">The request, the timer's state, or the message's text.</param>
/// <param name="Data">Values that other parameters take by name, such as those of a route.</param>
internal sealed record Trigger(object Value, IReadOnlyDictionary<string, object?> Data)
{
    public static Trigger Of(object value) => new(value, new Dictionary<string, object?>());
}
