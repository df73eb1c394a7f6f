using FlamingHorse.Narration.Engine.Platform.Processes;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Asks other programs how words are said that no dictionary has: the Speech package's, else flite.</summary>
/// <param name="Speech">The Speech package's program with <c>--phonemes</c>; null where it is not there.</param>
/// <param name="Flite">Prints the phonemes of its standard input; null if it is not installed.</param>
internal sealed record WordReader(ChildCommand? Speech, ChildCommand? Flite)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    /// <summary>Flite makes an utterance, and a line, of each paragraph.</summary>
    private const string FliteBreak = ".\n\n";

    /// <summary>Phonemes of each word, in order; empty for a word without a reading.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> words, Action<string> trace, CancellationToken cancellation)
    {
        var bySpeech = await RunAsync(Speech, string.Join('\n', words) + "\n", trace, cancellation).ConfigureAwait(false);
        if (bySpeech.Count == words.Count)
        {
            return [.. bySpeech.Select(ArpabetPhones.FromKokoro)];
        }

        var byFlite = await RunAsync(Flite, string.Concat(words.Select(word => word + FliteBreak)), trace, cancellation)
            .ConfigureAwait(false);
        return byFlite.Count == words.Count
            ? [.. byFlite.Select(line => ArpabetPhones.FromFlite(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))]
            : [.. words.Select(_ => "")];
    }

    /// <summary>An empty line is an answer too.</summary>
    private static string[] Lines(string output) => output.EndsWith('\n') ? output[..^1].Split('\n') : output.Split('\n');

    private static async Task<IReadOnlyList<string>> RunAsync(
        ChildCommand? command,
        string input,
        Action<string> trace,
        CancellationToken cancellation
    )
    {
        if (command is null)
        {
            return [];
        }

        try
        {
            var run = await ChildRun.RunAsync(command, input, _limit, cancellation).ConfigureAwait(false);
            return run.ExitCode == 0 ? Lines(run.Output) : [];
        }
        catch (Exception e) when (e is ChildStartException or TimeoutException)
        {
            trace($"pocketsphinx: words are not read by {Path.GetFileName(command.Program)}: {e.Message}");
            return [];
        }
    }
}
