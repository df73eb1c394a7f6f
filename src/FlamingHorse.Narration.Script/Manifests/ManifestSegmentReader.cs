// Over 140 lines: one member after the other, in the order of the file.
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>Reads one segment of a manifest.</summary>
internal static class ManifestSegmentReader
{
    public static ManifestSegment Read(JsonReader json)
    {
        string? id = null,
            member = null,
            text = null,
            spokenAs = null,
            voiceAsWritten = null,
            languageAsWritten = null;
        string? caption = null,
            spoken = null,
            voice = null,
            audioHash = null,
            audioFile = null,
            words = null,
            captionWords = null;
        string model = "";
        var origin = SegmentOrigin.CSharp;
        long samples = 0,
            rate = 0,
            speechStart = 0,
            speechEnd = 0;
        int? order = null;
        var rank = 0;
        bool isEstimated = false,
            isDraft = false;
        IReadOnlyList<ManifestCue> cues = [];

        json.BeginObject();
        while (json.NextMember() is { } name)
        {
            switch (name)
            {
                case "id":
                    id = json.ReadString();
                    break;
                case "origin":
                    origin = ReadOrigin(json);
                    break;
                case "member":
                    member = json.ReadString();
                    break;
                case "text":
                    text = json.ReadString();
                    break;
                case "spokenAs":
                    spokenAs = json.ReadString();
                    break;
                case "voiceAsWritten":
                    voiceAsWritten = json.ReadString();
                    break;
                case "languageAsWritten":
                    languageAsWritten = json.ReadString();
                    break;
                case "caption":
                    caption = json.ReadString();
                    break;
                case "spoken":
                    spoken = json.ReadString();
                    break;
                case "voice":
                    voice = json.ReadString();
                    break;
                case "model":
                    model = json.ReadString();
                    break;
                case "samples":
                    samples = json.ReadNumber();
                    break;
                case "rate":
                    rate = json.ReadNumber();
                    break;
                case "speechStart":
                    speechStart = json.ReadNumber();
                    break;
                case "speechEnd":
                    speechEnd = json.ReadNumber();
                    break;
                case "estimated":
                    isEstimated = json.ReadBoolean();
                    break;
                case "draft":
                    isDraft = json.ReadBoolean();
                    break;
                case "audioHash":
                    audioHash = json.ReadString();
                    break;
                case "audioFile":
                    audioFile = json.ReadString();
                    break;
                case "order":
                    order = json.ReadNumber32();
                    break;
                case "rank":
                    rank = json.ReadNumber32();
                    break;
                case "words":
                    words = json.ReadString();
                    break;
                case "captionWords":
                    captionWords = json.ReadString();
                    break;
                case "cues":
                    cues = ManifestCueReader.ReadAll(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new ManifestSegment
        {
            Id = id ?? throw json.Error("a segment has no id"),
            Origin = origin,
            Member = member,
            Text = text ?? throw json.Error("a segment has no text"),
            SpokenAs = spokenAs,
            VoiceAsWritten = voiceAsWritten,
            LanguageAsWritten = languageAsWritten,
            Caption = caption,
            Spoken = spoken ?? text,
            Voice = voice ?? "",
            Model = model,
            SampleCount = samples,
            SampleRate = rate is > 0 and <= int.MaxValue ? (int)rate : throw json.Error("a segment has no sample rate"),
            SpeechStart = speechStart,
            SpeechEnd = speechEnd,
            IsEstimated = isEstimated,
            IsDraft = isDraft,
            AudioHash = audioHash,
            AudioFile = audioFile,
            Order = order,
            Rank = rank,
            Words = words,
            CaptionWords = captionWords,
            Cues = cues,
        };
    }

    private static SegmentOrigin ReadOrigin(JsonReader json) =>
        json.ReadString() switch
        {
            nameof(SegmentOrigin.CSharp) => SegmentOrigin.CSharp,
            nameof(SegmentOrigin.Item) => SegmentOrigin.Item,
            nameof(SegmentOrigin.ScriptFile) => SegmentOrigin.ScriptFile,
            var other => throw json.Error($"'{other}' is no origin"),
        };
}
