using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ingest.LocalHost.Invocation;

/// <summary>All functions of the application.</summary>
internal sealed class FunctionCatalogue(IReadOnlyList<Function> functions)
{
    public IReadOnlyList<Function> Functions { get; } = functions;

    /// <summary>The functions with this kind of trigger.</summary>
    public IEnumerable<(Function Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : TriggerBindingAttribute =>
        Functions.Where(function => function.Trigger is TTrigger).Select(function => (function, (TTrigger)function.Trigger));

    /// <summary>The functions of these classes.</summary>
    /// <exception cref="LocalHostException">Two functions share a name, or one has no single trigger.</exception>
    public static FunctionCatalogue Of(IEnumerable<Type> classes)
    {
        var functions =
            from type in classes
            where type is { IsClass: true, IsAbstract: false }
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            let attribute = method.GetCustomAttribute<FunctionAttribute>()
            where attribute is not null
            orderby attribute.Name
            select new Function(attribute.Name, method);

        var all = functions.ToArray();
        if (all.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } doubled)
            throw new LocalHostException($"Two functions are named {doubled.Key}: {string.Join(" and ", doubled.Select(function => function.EntryPoint))}.");

        return new FunctionCatalogue(all);
    }
}
