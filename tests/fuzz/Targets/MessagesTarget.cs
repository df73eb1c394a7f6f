using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// What a worker writes, read as the host reads it: line by line, until one is no message, which is shown once and ends the reading. A
/// message that is taken can be written as a line again and is then read as the same.
/// </summary>
internal static class MessagesTarget
{
    /// <summary>A KiB, with each byte as <c>\xNN</c>.</summary>
    private const int LongestShown = 4 * 1024;

    private const string Text = "One, two; three.";

    private static readonly JsonSerializerOptions _lines = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new RawElement() },
    };

    /// <returns>Whether every line is a message.</returns>
    public static bool Read(byte[] output)
    {
        var (messages, shown) = ReadAll(new MemoryStream(output));
        PropertyBrokenException.Unless(
            shown is null || (shown.Length <= LongestShown && shown.All(c => c is >= ' ' and <= '~')),
            "what is shown is too long or could be obeyed by a terminal"
        );
        foreach (var message in messages)
        {
            CheckLine(message);
            Use(message);
        }

        if (messages.Count > 0)
        {
            var (same, shownOfPieces) = ReadAll(new PiecewiseStream(output));
            PropertyBrokenException.Unless(
                messages.Select(Line).SequenceEqual(same.Select(Line)) && shown == shownOfPieces,
                "output in small pieces reads otherwise than in one"
            );
        }

        return shown is null;
    }

    private static (List<WorkerMessage> Messages, string? Shown) ReadAll(Stream output)
    {
        var messages = new List<WorkerMessage>();
        string? shown = null;
        new MessageReader(Take, Show).ReadToEnd(output);
        return (messages, shown);

        void Take(WorkerMessage message)
        {
            PropertyBrokenException.Unless(shown is null, "a message was read after what is none");
            messages.Add(message);
        }

        void Show(string text)
        {
            PropertyBrokenException.Unless(shown is null, "what is no message was shown twice");
            shown = text;
        }
    }

    private static void CheckLine(WorkerMessage message)
    {
        var line = Line(message);
        PropertyBrokenException.Unless(
            WorkerMessage.Parse(Encoding.UTF8.GetBytes(line)) is { } again && Line(again) == line,
            $"written again it is another message: {line}"
        );
    }

    private static string Line(WorkerMessage message)
    {
        var kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(message.GetType().Name);
        return $$"""{"t":"{{kind}}",{{JsonSerializer.Serialize(message, message.GetType(), _lines)[1..]}}""";
    }

    /// <summary>What the host makes of it before it does anything.</summary>
    private static void Use(WorkerMessage message)
    {
        switch (message)
        {
            case WorkerMessage.Ready ready:
                PropertyBrokenException.Unless(ready.LimitOf("anna", 8) is >= 1 and <= 8, "a batch without an item, or of too many");
                _ = ready.Versions(new(1, "worker", "1")).Sum(version => version.Value.Length);
                break;
            case WorkerMessage.Done done when SpokenTimes.FindProblem(Text, done) is null:
                PropertyBrokenException.Unless(
                    (done.Words ?? []).All(word => word.Start >= 0 && word.Start <= word.End && word.End <= done.Seconds),
                    "a word outside its clip"
                );
                PropertyBrokenException.Unless(
                    done.Speech is not { } speech || (speech is [>= 0, var end] && end > speech[0] && end <= done.Samples),
                    "speech outside its clip"
                );
                break;
            case WorkerMessage.Heard { Words: { } words }:
                CheckHeard(words);
                break;
        }
    }

    private static void CheckHeard(IReadOnlyList<WorkerMessage.SpokenWord> told)
    {
        List<WordTime> words;
        try
        {
            words = HeardMessages.ReadWords(told, Text, TimeSpan.FromSeconds(1));
        }
        catch (RecognizerFailedException)
        {
            return;
        }

        PropertyBrokenException.Unless(
            told.All(word => word.End < 1.1)
                && words.All(word => word.Start >= 0 && word.Start <= word.End && word.End <= WordTime.StepsPerSecond)
                && words.Zip(words.Skip(1)).All(pair => pair.First.Token < pair.Second.Token && pair.First.Start <= pair.Second.Start),
            "words out of order, or outside the clip, were taken of a recognizer"
        );
    }
}
