using System.Globalization;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>One run of <c>pocketsphinx_batch</c> over a few clips.</summary>
/// <param name="setup">The program.</param>
/// <param name="dictionary">Knows every word of them.</param>
/// <param name="folder">Takes its files; exists.</param>
internal sealed class AlignmentRun(PocketSphinxSetup setup, PronouncingDictionary dictionary, string folder)
{
    /// <summary>Hz, of the acoustic model.</summary>
    private const int SampleRate = 16000;

    /// <summary>
    /// Stored takes begin 100 ms before their speech, which is too short for the model's silence: it would count as part of the first word.
    /// </summary>
    private static readonly float[] _pause = new float[(int)(SampleRate * AlignmentAnswer.Lead)];

    /// <summary>Words of each clip, by its name; a clip without a way from its first word to its last has none.</summary>
    /// <exception cref="RecognizerFailedException">The program crashed, hangs or gives impossible answers.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<WorkerMessage.SpokenWord>>> AlignAsync(
        IReadOnlyList<AlignmentTask> tasks,
        CancellationToken cancellation
    )
    {
        await WriteAsync(tasks, cancellation).ConfigureAwait(false);
        var result = Path.Combine(folder, "segments");
        var limit = setup.Timeouts.Batch(TimeSpan.FromTicks(tasks.Sum(task => task.Item.Length.Ticks)), 1);
        try
        {
            var command = setup.Command with { Arguments = [.. setup.Command.Arguments, .. Arguments(result)] };
            var run = await ChildRun.RunAsync(command, "", limit, cancellation).ConfigureAwait(false);
            if (run.ExitCode != 0 || !File.Exists(result))
            {
                var last = run.Errors[(run.Errors.TrimEnd().LastIndexOf('\n') + 1)..].Trim();
                throw new RecognizerFailedException($"it ended with code {Number(run.ExitCode)}. {last}".Trim());
            }

            var byName = tasks.ToDictionary(task => task.Name, StringComparer.Ordinal);
            return AlignmentAnswer.Read(await File.ReadAllLinesAsync(result, cancellation).ConfigureAwait(false), byName);
        }
        catch (Exception e) when (e is ChildStartException or TimeoutException)
        {
            throw new RecognizerFailedException(e.Message, e);
        }
    }

    private async Task WriteAsync(IReadOnlyList<AlignmentTask> tasks, CancellationToken cancellation)
    {
        foreach (var task in tasks)
        {
            var take = WavFile.Read(task.Item.Take.Clip.Wav.Span);
            var length = (int)((long)take.Samples.Length * SampleRate / take.SampleRate);
            var sound = Resampling.To(take, SampleRate, length);
            sound = sound with { Samples = [.. _pause, .. sound.Samples, .. _pause] };
            await File.WriteAllBytesAsync(Path.Combine(folder, task.Name + ".wav"), WavFile.Write(sound), cancellation)
                .ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(folder, task.Name + ".fsg"), task.Grammar(), cancellation).ConfigureAwait(false);
        }

        var lines = tasks.SelectMany(task => task.DictionaryLines(dictionary.Find));
        await File.WriteAllLinesAsync(Path.Combine(folder, "words.dict"), lines, cancellation).ConfigureAwait(false);
        await File.WriteAllLinesAsync(Path.Combine(folder, "control"), tasks.Select(task => task.Name), cancellation).ConfigureAwait(false);
    }

    /// <summary>The beams are wide: with the program's own, one clip in ten has no path to the end of its text.</summary>
    private string[] Arguments(string result) =>
        [
            .. (string[])["-hmm", setup.Files.AcousticModel, "-dict", Path.Combine(folder, "words.dict")],
            .. (string[])["-ctl", Path.Combine(folder, "control"), "-cepdir", folder, "-cepext", ".wav", "-adcin", "yes", "-adchdr", "44"],
            .. (string[])["-fsgctl", Path.Combine(folder, "control"), "-fsgdir", folder, "-fsgext", ".fsg", "-hypseg", result],
            .. (string[])["-remove_silence", "no", "-remove_noise", "no", "-beam", "1e-120", "-wbeam", "1e-80", "-pbeam", "1e-120"],
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
