using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Synthesis.Tests.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>Pocketsphinx behind the real host of recognizers, or a program in its place.</summary>
internal sealed class Aligner : IAsyncDisposable
{
    public const string Needs = "pocketsphinx, pocketsphinx-en-us and flite";

    private readonly Recognizer _recognizer;

    /// <param name="folder">For its files.</param>
    /// <param name="program">A path; null is the one on PATH.</param>
    /// <param name="silence">After which it counts as hanging.</param>
    public Aligner(TemporaryFolder folder, string? program = null, TimeSpan? silence = null)
    {
        var path = program ?? Executable.Find(PocketSphinxFiles.ProgramName, Commands.Environment["PATH"]) ?? "pocketsphinx_batch";
        Setup = new PocketSphinxSetup(
            PocketSphinxFiles.In(path, PocketSphinxFiles.DebianFolder),
            new WordReader(null, Commands.Plain("flite", "-f", "/dev/stdin", "-ps", "-o", "none"))
        )
        {
            Command = Commands.Launched(path),
            Timeouts = new WorkerTimeouts
            {
                Backoff = [TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5)],
                BatchBase = silence ?? TimeSpan.FromSeconds(10),
                BatchLeast = silence ?? TimeSpan.FromSeconds(15),
            },
        };
        Folder = Directory.CreateDirectory(folder["alignments"]).FullName;
        _recognizer = new Recognizer(Setup, Folder, Findings.Add, Trace.Add);
    }

    public PocketSphinxSetup Setup { get; }

    public string Folder { get; }

    public List<Finding> Findings { get; } = [];

    public List<string> Trace { get; } = [];

    public Task<IReadOnlyList<TakeVerdict>> CheckAsync(params IReadOnlyList<TakeToCheck> takes) =>
        _recognizer.CheckAsync(takes, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(120));

    /// <summary>Words of each take; null of one that could not be aligned.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<WordTime>?>> AlignAsync(params IReadOnlyList<TakeToCheck> takes) =>
        [.. (await CheckAsync(takes)).Select(verdict => verdict.Check?.Words)];

    public ValueTask DisposeAsync() => _recognizer.DisposeAsync();
}
