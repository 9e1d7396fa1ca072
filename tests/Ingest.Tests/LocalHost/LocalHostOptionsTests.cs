using Ingest.LocalHost;

namespace Ingest.Tests.LocalHost;

public sealed class LocalHostOptionsTests
{
    [Fact]
    public void The_command_line_may_say_nothing()
    {
        var options = LocalHostOptions.Parse([]);

        Assert.Equal((7071, false, true, ".data"), (options.Port, options.Sample, options.MayShareEmulator, Path.GetFileName(options.DataFolder)));
    }

    [Fact]
    public void It_may_say_everything_in_any_order()
    {
        var options = LocalHostOptions.Parse(["--data", "elsewhere", "--sample", "--port", "8080"]);

        Assert.Equal((8080, true, false, Path.GetFullPath("elsewhere")), (options.Port, options.Sample, options.MayShareEmulator, options.DataFolder));
    }

    [Theory]
    [InlineData("--prot", "--prot")]
    [InlineData("sample", "sample")]
    [InlineData("--port", "--port needs a value")]
    [InlineData("--port 0", "1 to 65535")]
    [InlineData("--port http", "1 to 65535")]
    [InlineData("--data", "--data needs a value")]
    public void What_it_cannot_say_is_named(string line, string named) =>
        Assert.Contains(named, Assert.Throws<LocalHostException>(() => LocalHostOptions.Parse(line.Split(' '))).Message, StringComparison.Ordinal);
}
