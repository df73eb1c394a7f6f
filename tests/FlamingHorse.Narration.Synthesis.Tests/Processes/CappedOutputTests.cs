using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Processes;

[Trait("Needs", "a Unix: its children are shell scripts")]
public sealed class CappedOutputTests
{
    /// <summary>
    /// Each short child cost a buffer of 1 MiB (defect B6). Reads from memory complete at once, so all of it is allocated on this thread.
    /// </summary>
    [Fact]
    public async Task A_short_output_costs_little_memory()
    {
        using var written = new MemoryStream("flite: 2.2"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var output = new CappedOutput(1 << 20);
        var reading = output.CopyFromAsync(written);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;

        reading.IsCompletedSuccessfully.ShouldBeTrue();
        await reading;
        output.Text.ShouldBe("flite: 2.2");
        cost.ShouldBeLessThan(32 * 1024);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9_999, 9_999)]
    [InlineData(10_000, 10_000)]
    [InlineData(10_001, 10_000)]
    [InlineData(50_000, 10_000)]
    public async Task What_is_over_the_limit_is_read_and_dropped(int written, int kept)
    {
        var text = string.Concat(Enumerable.Range(0, written).Select(i => (char)('a' + i % 26)));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var output = new CappedOutput(10_000);
        await output.CopyFromAsync(stream);
        output.Text.ShouldBe(text[..kept]);
        stream.Position.ShouldBe(written);
    }

    [Fact]
    public async Task Each_line_within_the_limit_is_reported_whole_however_it_arrives()
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => $"{i}: é\n")) + "unfinished";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var lines = new List<string>();
        var output = new CappedOutput(1 << 20, lines.Add);

        await output.CopyFromAsync(stream);

        lines.ShouldBe(Enumerable.Range(0, 900).Select(i => $"{i}: é"));
        output.Text.ShouldBe(text);
    }
}
