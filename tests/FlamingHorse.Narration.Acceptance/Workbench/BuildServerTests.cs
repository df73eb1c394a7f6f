namespace FlamingHorse.Narration.Acceptance.Workbench;

public sealed class BuildServerTests : IDisposable
{
    private readonly string _log = Path.GetTempFileName();

    [Theory]
    [InlineData(0, "Build succeeded.", "Build succeeded.", 0)]
    [InlineData(1, "Build FAILED.", "Build FAILED.", 1)]
    [InlineData(1, "Build succeeded.", "Build succeeded.", 0)]
    [InlineData(1, "", "Build succeeded.", 0)]
    [InlineData(1, "", "Build FAILED.", 1)]
    [InlineData(137, "", "Build succeeded.", 137)]
    public void A_result_that_the_client_lost_is_in_the_servers_log(int code, string printed, string log, int expected)
    {
        File.WriteAllText(_log, log);

        BuildServer.Outcome(code, printed, _log).ShouldBe((expected, log == printed || code == 137 ? printed : log));
    }

    public void Dispose() => File.Delete(_log);
}
