namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>
/// Whisper tiny.en, no part of this repository: <c>FLAMING_HORSE_MODELS</c> names a folder that holds <c>whisper</c>, else
/// <c>shared/models</c> beside the repository is looked in.
/// </summary>
internal static class WhisperModel
{
    private const string File = "ggml-tiny.en-q8_0.bin";

    /// <summary>Skips the test where it is absent.</summary>
    public static string Require()
    {
        var path = new[]
        {
            Environment.GetEnvironmentVariable("FLAMING_HORSE_MODELS"),
            Path.Combine(Repository.Root, "..", "shared", "models"),
        }
            .OfType<string>()
            .Select(folder => Path.Combine(folder, "whisper", File))
            .FirstOrDefault(System.IO.File.Exists);
        Assert.SkipWhen(path is null, $"whisper/{File} is not in the folder that FLAMING_HORSE_MODELS names.");
        return path!;
    }
}
