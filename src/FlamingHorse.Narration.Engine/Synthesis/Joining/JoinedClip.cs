using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Joining;

/// <summary>
/// Joins the takes of the parts of a text: from the end of the speech of one to the start of the next there is silence of the requested
/// length, to the sample. Decay after a part and breath before the next are kept as far as the silence has room for them. Pure.
/// </summary>
internal static class JoinedClip
{
    private const double FadeSeconds = 0.005;

    /// <param name="request">Of the whole text; it has parts.</param>
    /// <param name="clips">Finished clips of the parts, in order.</param>
    public static FinishedClip Of(SynthesisRequest request, IReadOnlyList<FinishedClip> clips)
    {
        var signals = clips.Select(clip => WavFile.Read(clip.Wav.Span)).ToList();
        var rate = signals[0].SampleRate;
        var (first, last) = (clips[0].Record, clips[^1].Record);
        var lead = Samples(request.Parts.Head, rate) + (int)first.SpeechStart;
        var starts = new int[clips.Count];
        var at = lead;
        for (var i = 0; i < clips.Count; i++)
        {
            starts[i] = at;
            at += SpeechLength(clips[i].Record) + Samples(request.Parts.Parts[i].Pause, rate);
        }

        var tail = (int)(last.SampleCount - last.SpeechEnd);
        var sound = new float[at + tail];
        for (var i = 0; i < clips.Count; i++)
        {
            var before = Math.Min((int)clips[i].Record.SpeechStart, i == 0 ? starts[0] : starts[i] - End(i - 1));
            var after = Math.Min(
                signals[i].Samples.Length - (int)clips[i].Record.SpeechEnd,
                (i == clips.Count - 1 ? sound.Length : starts[i + 1]) - End(i)
            );
            Put(
                sound,
                starts[i] - before,
                signals[i].Samples.AsSpan((int)clips[i].Record.SpeechStart - before, before + SpeechLength(clips[i].Record) + after),
                (before, after),
                rate
            );
        }

        var end = End(clips.Count - 1);
        var isMeasured = end - lead >= rate * ClipLevel.ShortestMeasured;
        var clip = new ProcessedClip(
            new MonoSignal(sound, rate),
            lead,
            end,
            isMeasured ? IntegratedLoudness.Measure(sound, rate) : null,
            Decibels.FromAmplitude(SpeechBounds.Peak(sound))
        );
        var wav = WavFile.Write(clip.Signal);
        return new(request, Describe(request, clip, wav, clips, starts), wav);

        int End(int part) => starts[part] + SpeechLength(clips[part].Record);
    }

    private static ClipRecord Describe(
        SynthesisRequest request,
        ProcessedClip clip,
        byte[] wav,
        IReadOnlyList<FinishedClip> clips,
        int[] starts
    )
    {
        var records = clips.Select(part => part.Record).ToList();
        var unread = records.SelectMany(record => record.Unread ?? []).Distinct().ToList();
        var checks = records
            .SelectMany(record => record.Checks ?? [])
            .GroupBy(check => check.By, StringComparer.Ordinal)
            .Select(Whole)
            .ToList();
        return clip.Describe(wav, request.Key, request.Voice.Name, request.Voice.Backend, request.Voice.Model) with
        {
            Engine = records[0].Engine,
            // One seed speaks all parts of a take; where another attempt had to help, none makes it again.
            Seed = records.Select(record => record.Seed).Distinct().Count() == 1 ? records[0].Seed : null,
            Attempts = records.Max(record => record.Attempts),
            BatchSize = records[0].BatchSize,
            BatchPosition = records[0].BatchPosition,
            ElapsedMs = records.Sum(record => record.ElapsedMs),
            Flags = [.. records.SelectMany(record => record.Flags).Distinct(StringComparer.Ordinal)],
            Measures = TakeMeasures.OfParts(records.Select(record => record.Measures)),
            Unread = unread.Count == 0 ? null : unread,
            Checks = checks.Count == 0 ? null : checks,
            Words = records.TrueForAll(record => record.Words is not null)
                ? [.. records.SelectMany((record, i) => Moved(record, request.Parts.Parts[i].FirstToken, starts[i]))]
                : null,
        };
    }

    /// <summary>What one recognizer said of the parts: a doubt about one is a doubt about the whole.</summary>
    private static TakeCheck Whole(IGrouping<string, TakeCheck> parts) =>
        new(parts.FirstOrDefault(part => part.Verdict != TakeOutcome.Heard)?.Verdict ?? TakeOutcome.Heard, parts.Key)
        {
            Transcript = parts.All(part => part.Transcript is null) ? null : string.Join(' ', parts.Select(part => part.Transcript)),
            Scores = parts
                .Select(part => part.Scores)
                .OfType<IReadOnlyDictionary<string, double>>()
                .MinBy(scores => scores.GetValueOrDefault(LikenessRule.Similarity, double.MaxValue)),
        };

    private static IEnumerable<WordTime> Moved(ClipRecord part, int firstToken, int start)
    {
        var shift = (int)Math.Round((start - part.SpeechStart) * (double)WordTime.StepsPerSecond / part.SampleRate);
        return part.Words!.Select(word => new WordTime(word.Token + firstToken, word.Start + shift, word.End + shift));
    }

    /// <summary>Added, for what rings on may overlap the next breath; its ends fade where they were cut.</summary>
    private static void Put(float[] sound, int at, ReadOnlySpan<float> part, (int Before, int After) room, int rate)
    {
        var fade = (int)(rate * FadeSeconds);
        var (fadeIn, fadeOut) = (Math.Min(fade, room.Before), Math.Min(fade, room.After));
        for (var i = 0; i < part.Length; i++)
        {
            var gain =
                i < fadeIn ? i / (float)fadeIn
                : part.Length - 1 - i < fadeOut ? (part.Length - 1 - i) / (float)fadeOut
                : 1;
            sound[at + i] += part[i] * gain;
        }
    }

    private static int SpeechLength(ClipRecord record) => (int)(record.SpeechEnd - record.SpeechStart);

    private static int Samples(TimeSpan time, int rate) => (int)Math.Round(time.TotalSeconds * rate);
}
