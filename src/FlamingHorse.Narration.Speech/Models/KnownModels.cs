namespace FlamingHorse.Narration.Speech.Models;

/// <summary>The tables of models that this version can fetch.</summary>
internal static class KnownModels
{
    private const string Whisper = "ggerganov/whisper.cpp";
    private const string WhisperRevision = "5359861c739e955e79d9a303bcbc70fb988958b1";

    /// <summary>None so far, apart from the voice that is shipped.</summary>
    public static IReadOnlyList<RemoteFile> Voices { get; } = [];

    /// <summary>OpenAI's Whisper in whisper.cpp's format, the default first.</summary>
    public static IReadOnlyList<RemoteFile> Recognizers { get; } =
    [
        WhisperModel("base.en", 150, "a03779c86df3323075f5e796cb2ce5029f00ec8869eee3fdfb897afe36c6d002"),
        WhisperModel("base", 150, "60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe"),
        WhisperModel("tiny.en", 80, "921e4cf8686fdd993dcd081a5da5b6c365bfde1162e72b08d75ac75289920b1f"),
        WhisperModel("small.en", 500, "c6138d6d58ecc8322097e0f987c32f1be8bb0a18532a3f88f734d1bbf9c41e5d"),
        WhisperModel("small", 500, "1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b"),
    ];

    private static RemoteFile WhisperModel(string name, int mostMegabytes, string sha256) =>
        new(name, Whisper, WhisperRevision, $"ggml-{name}.bin", mostMegabytes * 1_000_000L, sha256);
}
