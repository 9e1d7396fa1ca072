using Ingest.LocalHost;
using Ingest.LocalHost.Invocation;
using Ingest.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.LocalHost;

public sealed class TimerFunctionTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public sealed class Timers(Diary diary, TimeProvider time)
    {
        [Function("EveryQuarter")]
        public Task EveryQuarter([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
            diary.Write($"{time.GetUtcNow():HH:mm} next {timer.ScheduleStatus?.Next:HH:mm}{(timer.IsPastDue ? " late" : "")}");
            return Task.CompletedTask;
        }
    }

    public sealed class FailingTimer(Diary diary)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            diary.Write("tried");
            throw new InvalidOperationException("no luck");
        }
    }

    [Fact]
    public async Task A_timer_runs_once_when_the_store_is_new_and_then_on_its_schedule()
    {
        var (time, diary) = (new WatchedTime(Noon), new Diary());
        await using var host = await StartAsync<Timers>(await azurite.NewAccountAsync(), time, diary);

        Assert.Equal("12:00 next ", await diary.NextAsync());
        await time.IsAwaitedAsync();
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.True(diary.IsRead);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("12:15 next 12:15", await diary.NextAsync());
        await time.IsAwaitedAsync();
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("12:30 next 12:30", await diary.NextAsync());
    }

    [Fact]
    public async Task A_second_start_waits_for_the_next_time()
    {
        var storage = await azurite.NewAccountAsync();
        await RunFirstAsync(storage);

        var (time, diary) = (new WatchedTime(Noon.AddMinutes(5)), new Diary());
        await using var host = await StartAsync<Timers>(storage, time, diary);
        await time.IsAwaitedAsync();
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("12:15 next 12:15", await diary.NextAsync());
    }

    [Fact]
    public async Task A_time_that_passed_while_the_host_was_down_is_made_up_for_once()
    {
        var storage = await azurite.NewAccountAsync();
        await RunFirstAsync(storage);

        var (time, diary) = (new WatchedTime(Noon.AddHours(2)), new Diary());
        await using var host = await StartAsync<Timers>(storage, time, diary);
        Assert.Equal("14:00 next 12:15 late", await diary.NextAsync());
        await time.IsAwaitedAsync();
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("14:15 next 14:15", await diary.NextAsync());
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_its_timer()
    {
        var (time, diary) = (new WatchedTime(Noon), new Diary());
        await using var host = await StartAsync<FailingTimer>(await azurite.NewAccountAsync(), time, diary);

        Assert.Equal("tried", await diary.NextAsync());
        await time.IsAwaitedAsync();
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("tried", await diary.NextAsync());
    }

    [Theory]
    [InlineData("0 */15 * * * *", "2026-03-01T12:15:00Z")]
    [InlineData("*/30 * * * * *", "2026-03-01T12:00:30Z")]
    [InlineData("0 30 9 * * Mon-Fri", "2026-03-02T09:30:00Z")]
    [InlineData("0 4 * * *", "2026-03-02T04:00:00Z")]
    public void A_schedule_has_six_fields_or_five_without_seconds(string expression, string next)
    {
        var schedule = TimerService.ScheduleOf(AnyFunction, expression);

        Assert.Equal(DateTimeOffset.Parse(next).UtcDateTime, schedule.GetNextOccurrence(Noon.UtcDateTime));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0 61 * * * *")]
    public void What_is_no_schedule_is_refused_with_the_form_that_it_should_have(string expression)
    {
        var problem = Assert.Throws<LocalHostException>(() => TimerService.ScheduleOf(AnyFunction, expression));

        Assert.Contains("{second} {minute} {hour} {day} {month} {day of week}", problem.Message, StringComparison.Ordinal);
    }

    private static Function AnyFunction => FunctionCatalogue.Of([typeof(Timers)]).Functions[0];

    private static async Task RunFirstAsync(string storage)
    {
        var (time, diary) = (new WatchedTime(Noon), new Diary());
        await using var host = await StartAsync<Timers>(storage, time, diary);
        Assert.Equal("12:00 next ", await diary.NextAsync());
        // The next wait begins when the run has been noted.
        await time.IsAwaitedAsync();
    }

    private static Task<RunningHost> StartAsync<TFunctions>(string storage, TimeProvider time, Diary diary) => RunningHost.StartAsync(
        storage,
        [typeof(TFunctions)],
        builder => builder.Services.AddSingleton(time).AddSingleton(diary),
        ("Schedule", "0 */15 * * * *"));
}
