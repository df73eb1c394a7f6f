using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>Reads what <see cref="ManifestWriter"/> writes, and any JSON of the same shape. Unknown members are passed over.</summary>
public static class ManifestReader
{
    /// <exception cref="FormatException">The text is no manifest, or one of another schema; the message names the line.</exception>
    public static NarrationManifest Read(string text)
    {
        var json = new JsonReader(text);
        var schema = 0L;
        string rootNamespace = "",
            className = "";
        var isDesignTime = false;
        IReadOnlyList<ManifestSegment>? segments = null;

        json.BeginObject();
        while (json.NextMember() is { } name)
        {
            switch (name)
            {
                case "schema":
                    schema = json.ReadNumber();
                    break;
                case "rootNamespace":
                    rootNamespace = json.ReadString();
                    break;
                case "className":
                    className = json.ReadString();
                    break;
                case "designTime":
                    isDesignTime = json.ReadBoolean();
                    break;
                case "segments":
                    segments = ReadSegments(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        json.End();
        if (schema != NarrationManifest.CurrentSchema)
            throw json.Error($"schema {schema} is not {NarrationManifest.CurrentSchema}");

        return new NarrationManifest
        {
            RootNamespace = rootNamespace,
            ClassName = className,
            IsDesignTime = isDesignTime,
            Segments = segments ?? throw json.Error("there are no segments"),
        };
    }

    private static List<ManifestSegment> ReadSegments(JsonReader json)
    {
        var segments = new List<ManifestSegment>();
        json.BeginArray();
        while (json.NextElement())
            segments.Add(ReadSegment(json));

        return segments;
    }

    private static ManifestSegment ReadSegment(JsonReader json)
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
            speechEnd = 0,
            rank = 0;
        int? order = null;
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
                    order = (int)json.ReadNumber();
                    break;
                case "rank":
                    rank = json.ReadNumber();
                    break;
                case "words":
                    words = json.ReadString();
                    break;
                case "captionWords":
                    captionWords = json.ReadString();
                    break;
                case "cues":
                    cues = ReadCues(json);
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
            Rank = (int)rank,
            Words = words,
            CaptionWords = captionWords,
            Cues = cues,
        };
    }

    private static List<ManifestCue> ReadCues(JsonReader json)
    {
        var cues = new List<ManifestCue>();
        json.BeginArray();
        while (json.NextElement())
        {
            string? cueName = null;
            var sample = 0L;
            var isEstimated = false;

            json.BeginObject();
            while (json.NextMember() is { } name)
            {
                switch (name)
                {
                    case "name":
                        cueName = json.ReadString();
                        break;
                    case "sample":
                        sample = json.ReadNumber();
                        break;
                    case "estimated":
                        isEstimated = json.ReadBoolean();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            cues.Add(new ManifestCue(cueName ?? throw json.Error("a cue has no name"), sample, isEstimated));
        }

        return cues;
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
