using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Planning.Keys;

/// <summary>
/// Computes action keys: SHA-256 over a versioned record of length-prefixed fields. What is in it makes another clip; what is not (ids,
/// paths, times, batches, seeds of retries and retakes) does not.
/// </summary>
public static class ActionKeys
{
    /// <summary>A new one gives every segment a new key.</summary>
    public const int SchemaVersion = 1;

    /// <summary>
    /// What stands in the loudness field of every key, whatever the project's level: levels are set where a clip is placed. It is the
    /// default
    /// of the packages that did it before, whose keys are to stay.
    /// </summary>
    public const double Loudness = LockedVoice.NewLoudness;

    /// <param name="spoken">Normalized, exactly as the voice is given it.</param>
    /// <param name="language">Full name; its case does not matter.</param>
    /// <param name="voice">Resolved.</param>
    /// <param name="loudness"><see cref="Loudness"/>; the level of an older package, null for off, for a key of its time.</param>
    /// <param name="say">The author's pronunciations in phonemes; null for none.</param>
    /// <param name="pauses">Silence between parts of the text; null for none.</param>
    public static ActionKey Compute(
        string spoken,
        string language,
        Voice voice,
        double? loudness,
        IReadOnlyList<Pronunciation>? say = null,
        IReadOnlyList<SpokenPause>? pauses = null
    )
    {
        var record = new KeyRecord(spoken.Length + 512);
        record.Add("FlamingHorse.Narration action");
        record.Add(SchemaVersion);
        record.Add(spoken);
        record.Add(language.ToLowerInvariant());
        record.Add(voice.Backend);
        record.Add(voice.Engine);
        record.Add(voice.Model);
        record.Add(voice.ReferenceAudioHash);
        record.Add(voice.Cut.Start?.Ticks);
        record.Add(voice.Cut.End?.Ticks);
        record.Add(voice.ReferenceTextHash);
        record.Add(voice.Sampling.Temperature);
        record.Add(voice.Sampling.TopK);
        record.Add(voice.Sampling.TopP);
        record.Add(voice.Sampling.Seed);
        record.Add(ClipFormat.PostProcessingVersion);
        record.Add(loudness);
        record.Add(ClipFormat.SampleFormat);
        // What came later stands here by its name, and only where it applies: no key moves by an upgrade.
        if (!voice.Speed.Equals(1d))
        {
            record.Add("speed");
            record.Add(voice.Speed);
        }

        foreach (var word in say ?? [])
        {
            record.Add("say");
            record.Add(word.Token);
            record.Add(word.Count);
            record.Add(word.Phonemes);
        }

        foreach (var pause in pauses ?? [])
        {
            record.Add("break");
            record.Add(pause.Token);
            record.Add(pause.Milliseconds);
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(record.Bytes)));
    }
}
