using System.Net;
using Ingest.LocalHost;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Tests.LocalHost;

public sealed class HttpFunctionTests(AzuriteFixture azurite)
{
    public sealed class Routes(TimeProvider injected)
    {
        [Function("Home")]
        public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
            Results.Text("home of " + request.Path);

        [Function("Unrouted")]
        public IResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "")] HttpRequest request) => Results.Text("unrouted");

        [Function("Item")]
        public async Task<IResult> Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{part?}")] HttpRequest request, int id, string? part)
        {
            await Task.Yield();
            return Results.Text($"{id + 1} {part ?? "whole"}");
        }

        [Function("ItemByName")]
        public IResult ItemByName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{name:alpha}")] HttpRequest request, string name) =>
            Results.Text(name);

        [Function("Store")]
        public async Task Store([HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = "items")] HttpRequest request, CancellationToken cancellation) =>
            await request.HttpContext.Response.WriteAsync(request.Method, cancellation);

        [Function("Context")]
        public IResult Context([HttpTrigger(AuthorizationLevel.Anonymous, Route = "context")] HttpRequest request, FunctionContext context) =>
            Results.Text($"{context.FunctionDefinition.Name} {context.Items["seen by"]} {context.GetHttpContext() == request.HttpContext} {injected is not null}");

        [Function("Fails")]
        public IResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) => throw new InvalidDataException("broken");

        [Function("Closed")]
        public IResult Closed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "closed")] HttpRequest request) => Results.Text("open");

        [Function("Admin")]
        public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "manage")] HttpRequest request) => Results.Text("open");

        [Function("ClosedByDefault")]
        public IResult ClosedByDefault([HttpTrigger] HttpRequest request) => Results.Text("open");
    }

    private sealed class Sign : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.Items["seen by"] = "middleware";
            return next(context);
        }
    }

    [Theory]
    [InlineData("GET", "", 200, "home of /")]
    [InlineData("GET", "Unrouted", 200, "unrouted")]
    [InlineData("GET", "items/7", 200, "8 whole")]
    [InlineData("GET", "items/7/title", 200, "8 title")]
    [InlineData("GET", "items/abc", 200, "abc")]
    [InlineData("GET", "items/a1", 404, "")]
    [InlineData("PUT", "items", 200, "PUT")]
    [InlineData("POST", "items", 200, "POST")]
    [InlineData("DELETE", "items", 405, "")]
    [InlineData("PATCH", "context", 200, "Context middleware True True")]
    [InlineData("GET", "fails", 500, "")]
    [InlineData("GET", "nowhere", 404, "")]
    public async Task A_function_answers_at_its_route(string method, string path, int status, string body)
    {
        await using var host = await StartAsync();
        using var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), TestContext.Current.CancellationToken);

        Assert.Equal((status, body), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("closed", null, null, HttpStatusCode.OK)]
    [InlineData("closed", "secret", null, HttpStatusCode.Unauthorized)]
    [InlineData("closed", "secret", "", HttpStatusCode.Unauthorized)]
    [InlineData("closed", "secret", "secre", HttpStatusCode.Unauthorized)]
    [InlineData("closed", "secret", "secret", HttpStatusCode.OK)]
    [InlineData("manage", "secret", "Secret", HttpStatusCode.Unauthorized)]
    [InlineData("manage", "secret", "secret", HttpStatusCode.OK)]
    [InlineData("ClosedByDefault", "secret", null, HttpStatusCode.Unauthorized)]
    [InlineData("items/7", "secret", null, HttpStatusCode.OK)]
    public async Task A_key_is_asked_for_where_one_is_set_and_the_function_wants_it(string path, string? key, string? sent, HttpStatusCode expected)
    {
        await using var host = await StartAsync(key is null ? [] : [("FunctionsKey", key)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (sent is not null)
            request.Headers.Add("x-functions-key", sent);

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_prefix_of_host_json_stands_before_every_route()
    {
        await using var host = await RunningHost.StartAsync(
            await azurite.NewAccountAsync(),
            [typeof(Routes)],
            builder => builder.Services.AddSingleton(HostJson.Parse("""{ "extensions": { "http": { "routePrefix": "v1" } } }""")));

        Assert.Equal("8 whole", await host.Client.GetStringAsync("v1/items/7", TestContext.Current.CancellationToken));
        Assert.Equal("home of /v1", await host.Client.GetStringAsync("v1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_is_refused()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "items/7") { Headers = { Host = "evil.example" } };
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<RunningHost> StartAsync(params (string, string)[] settings) => await RunningHost.StartAsync(
        await azurite.NewAccountAsync(),
        [typeof(Routes)],
        builder =>
        {
            builder.UseMiddleware<Sign>();
            builder.Services.AddSingleton(HostJson.Parse("""{ "extensions": { "http": { "routePrefix": "" } } }"""));
        },
        settings);
}
