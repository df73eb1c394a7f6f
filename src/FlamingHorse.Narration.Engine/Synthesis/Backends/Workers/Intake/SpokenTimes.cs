using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

/// <summary>Checks what a worker says of words and speech before it is used.</summary>
internal static class SpokenTimes
{
    /// <summary>
    /// What is wrong with it; null when every token with a letter or a digit that was read has its time, all are in order, and neither
    /// they nor the bounds of speech lie outside the clip.
    /// </summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="done">As it was answered; announced numbers are those of the file.</param>
    public static string? FindProblem(string text, WorkerMessage.Done done)
    {
        if (done.Speech is { } speech && (speech.Count != 2 || speech[0] < 0 || speech[1] <= speech[0] || speech[1] > done.Samples))
        {
            return "the worker's bounds of speech are not in its clip";
        }

        if (done.Words is not { } words)
        {
            return null;
        }

        var tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (last, time) = (-1, 0d);
        foreach (var word in words)
        {
            if (word.I <= last || word.I >= tokens.Length || !(word.Start >= time && word.End >= word.Start))
            {
                return "the worker's words are not in the order of the text";
            }

            if (word.End > done.Seconds)
            {
                return "a word of the worker's ends after its clip";
            }

            (last, time) = (word.I, word.Start);
        }

        var timed = words.Select(word => word.I).Concat(done.Unread.Select(token => token.I)).ToHashSet();
        for (var token = 0; token < tokens.Length; token++)
        {
            if (!timed.Contains(token) && tokens[token].Any(char.IsLetterOrDigit))
            {
                return $"the worker does not say when it says '{tokens[token]}'";
            }
        }

        return null;
    }
}
