using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Lays a <c>NarrationVoice</c> item over what is configured for its name.</summary>
internal sealed class VoiceItemReader(ICollection<Finding> findings, UserPath paths)
{
    public VoiceSettings Read(VoiceItem item, VoiceSettings under)
    {
        if (Said(item.Text) is not null && Said(item.ReferenceText) is { } both)
        {
            Report<object>(Name(item, "ReferenceText"), both, "left out where Text is given", item.Place);
        }

        var transcript = Said(item.Text);
        var file = Said(item.ReferenceText);
        return under with
        {
            Place = item.Place,
            ReferenceAudio = Said(item.ReferenceAudio) is { } audio ? paths.Resolve(audio) : under.ReferenceAudio,
            ReferenceText =
                file is not null ? paths.Resolve(file)
                : transcript is null ? under.ReferenceText
                : null,
            Transcript = transcript ?? (file is null ? under.Transcript : null),
            Cut = ReadCut(item),
            Model = Said(item.Model),
            Language = ReadLanguage(item),
            Sampling = ReadSampling(item),
            Speed = ReadNumber(item, "Speed", item.Speed, value => value is >= 0.5 and <= 2, "a number from 0.5 to 2"),
            AllowLongReference = ReadFlag(item),
        };
    }

    private ReferenceCut ReadCut(VoiceItem item)
    {
        var start = ReadTime(item, "Start", item.Start);
        var end = ReadTime(item, "End", item.End);
        if (start is not null && end is not null && start >= end)
        {
            Report<object>(Name(item, "End"), item.End!, $"after Start, which is {item.Start}", item.Place);
        }

        return new(start, end);
    }

    private TimeSpan? ReadTime(VoiceItem item, string metadata, string? text) =>
        Said(text) switch
        {
            null => null,
            var said when ClockTime.TryParse(said, out var time) => time,
            var said => Report<TimeSpan?>(Name(item, metadata), said, "a time such as 0:02, 1:02:03.5 or 12.5", item.Place),
        };

    private string? ReadLanguage(VoiceItem item) =>
        Said(item.Language) switch
        {
            null => null,
            var said when LanguageName.Problem(said) is { } allowed => Report<string>(Name(item, "Language"), said, allowed, item.Place),
            var said => said,
        };

    private Sampling ReadSampling(VoiceItem item)
    {
        var defaults = new Sampling();
        return new(
            ReadNumber(item, "Temperature", item.Temperature, value => value is > 0 and <= 5, "a number above 0, at most 5")
                ?? defaults.Temperature,
            (int?)ReadWhole(item, "TopK", item.TopK, 1, 100_000) ?? defaults.TopK,
            ReadNumber(item, "TopP", item.TopP, value => value is > 0 and <= 1, "a number above 0, at most 1") ?? defaults.TopP,
            ReadWhole(item, "Seed", item.Seed, 0, uint.MaxValue)
        );
    }

    private double? ReadNumber(VoiceItem item, string metadata, string? text, Func<double, bool> accepts, string allowed) =>
        Said(text) switch
        {
            null => null,
            var said when NarrationKinds.ParseNumber(said) is { } value && accepts(value) => value,
            var said => Report<double?>(Name(item, metadata), said, allowed, item.Place),
        };

    private long? ReadWhole(VoiceItem item, string metadata, string? text, long least, long most) =>
        Said(text) switch
        {
            null => null,
            var said
                when long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                    && value >= least
                    && value <= most => value,
            var said => Report<long?>(
                Name(item, metadata),
                said,
                string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
                item.Place
            ),
        };

    private bool ReadFlag(VoiceItem item) =>
        Said(item.AllowLongReference)?.ToLowerInvariant() switch
        {
            null or "false" => false,
            "true" => true,
            var said => Report<bool>(Name(item, "AllowLongReference"), said, "true or false", item.Place),
        };

    /// <summary>Reports FHN2020 and gives the default of <typeparamref name="T"/>.</summary>
    private T? Report<T>(string name, string value, string allowed, SourcePlace? place)
    {
        findings.Add(SettingValuesReader.InvalidSetting(name, value, allowed, place));
        return default;
    }

    private static string Name(VoiceItem item, string metadata) => $"{metadata} of NarrationVoice \"{item.Name}\"";

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
