using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.LocalHost.Invocation;

/// <summary>Fills a function's parameters by the rules of the Functions worker.</summary>
internal static class ParameterBinding
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="InvalidOperationException">A parameter cannot be filled or a value cannot be turned into its type.</exception>
    public static object?[] Bind(LocalFunctionContext context) =>
        [.. context.Function.Parameters.Select(parameter => ValueOf(parameter, context))];

    private static object? ValueOf(ParameterInfo parameter, LocalFunctionContext context)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
            return context;
        if (type == typeof(CancellationToken))
            return context.CancellationToken;
        if (type == typeof(HttpRequest) && context.Http is { } http)
            return http.Request;
        if (parameter == context.Function.TriggerParameter)
            return Converted(context.Trigger.Value, parameter);
        if (context.Trigger.Data.TryGetValue(parameter.Name!, out var value) && value is not null)
            return Converted(value, parameter);
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
            return null;

        throw new InvalidOperationException(
            $"Nothing fills the parameter '{parameter.Name}' of {context.Function.Name}: give it a default value or make it nullable.");
    }

    private static object? Converted(object value, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsInstanceOfType(value))
            return value;
        if (value is not string text)
            throw new InvalidOperationException($"The parameter '{parameter.Name}' cannot take a {value.GetType().Name}.");
        if (type == typeof(Guid))
            return Guid.Parse(text);
        if (type == typeof(DateTime))
            return DateTime.Parse(text);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text);

        return JsonSerializer.Deserialize(text, type, Json);
    }
}
