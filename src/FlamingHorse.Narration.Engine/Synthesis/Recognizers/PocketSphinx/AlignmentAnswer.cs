using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>
/// Reads pocketsphinx's file of segments, a line a clip: <c>NAME S scale T score A acoustic L language</c>, for each word <c>start acoustic
/// language WORD</c>, and at last the number of frames.
/// </summary>
internal static class AlignmentAnswer
{
    /// <summary>Seconds of silence that are laid before each clip and after it.</summary>
    public const double Lead = 0.3;

    private const double FramesPerSecond = 100;
    private const int FieldsOfWord = 4;

    /// <summary>Words of each clip, by its name; a clip of which not every token was found has none.</summary>
    /// <exception cref="RecognizerFailedException">The file is something else.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<WorkerMessage.SpokenWord>> Read(
        IEnumerable<string> lines,
        IReadOnlyDictionary<string, AlignmentTask> tasks
    )
    {
        var answers = new Dictionary<string, IReadOnlyList<WorkerMessage.SpokenWord>>(StringComparer.Ordinal);
        foreach (
            var fields in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => fields.Length > 0)
        )
        {
            if (tasks.TryGetValue(fields[0], out var task) && WordsOf(fields, task) is { } words)
            {
                answers[task.Name] = words;
            }
        }

        return answers;
    }

    private static List<WorkerMessage.SpokenWord>? WordsOf(string[] fields, AlignmentTask task)
    {
        var words = new List<WorkerMessage.SpokenWord>();
        var first = Array.IndexOf(fields, "L") + 2;
        for (var at = first; at + FieldsOfWord < fields.Length; at += FieldsOfWord)
        {
            if (task.TokenOf(fields[at + 3]) is not { } token)
            {
                continue;
            }

            var (start, end) = (Seconds(fields[at]), Seconds(fields[at + FieldsOfWord]));
            if (words.Count > 0 && words[^1].I == token)
            {
                words[^1] = words[^1] with { End = end };
            }
            else
            {
                words.Add(new(token, start, end));
            }
        }

        return words.Select(word => word.I).SequenceEqual(task.Tokens.Select(token => token.Token)) ? words : null;
    }

    private static double Seconds(string frame) =>
        double.TryParse(frame, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number / FramesPerSecond) - Lead
            : throw new RecognizerFailedException($"it wrote '{frame}' where the number of a frame belongs");
}
