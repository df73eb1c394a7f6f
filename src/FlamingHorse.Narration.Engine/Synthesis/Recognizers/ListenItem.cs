using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>One take that a recognizer is asked about.</summary>
/// <param name="Id">Unique in a build.</param>
/// <param name="Path">Its file, as it would be stored.</param>
/// <param name="Take">What it is.</param>
/// <param name="Position">Among the takes of the batch that the judge asked about.</param>
internal sealed record ListenItem(long Id, string Path, TakeToCheck Take, int Position)
{
    /// <summary>As the message <c>listen</c> has it.</summary>
    public (long Id, string Audio, string Text) ToAsk() => (Id, Path, Text);

    public string Text => Take.Clip.Request.Text;

    public string Language => Take.Clip.Request.Language;

    public TimeSpan Length => Take.Clip.Record.Duration;
}
