using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Voices;

/// <summary>The hash of one file of a voice's reference, or why there is none.</summary>
/// <param name="Hash">Lower-case hex SHA-256 as in the key; null when the file does not give one.</param>
/// <param name="Text">The transcript, for transcripts.</param>
/// <param name="Problem">Why nothing can be synthesized with it; null when something can.</param>
internal sealed record ReferenceHash(string? Hash, string? Text, Finding? Problem)
{
    /// <summary>
    /// A recording counts by its bytes. A Git LFS pointer names those very bytes by the same hash, so the key is known without them.
    /// </summary>
    public static ReferenceHash OfAudio(string path, VoiceSettings voice)
    {
        try
        {
            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 1,
                FileOptions.SequentialScan
            );
            if (file.Length < LfsPointer.MaxBytes)
            {
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                return LfsPointer.TargetHash(bytes) is { } pointed
                    ? new(pointed, null, IsPointer(path, voice))
                    : new(Convert.ToHexStringLower(SHA256.HashData(bytes)), null, null);
            }

            return new(Convert.ToHexStringLower(SHA256.HashData(file)), null, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, null, Unreadable(path, voice, error));
        }
    }

    /// <summary>A transcript counts by what it says: decoded, line ends as LF, trimmed.</summary>
    public static ReferenceHash OfText(string path, VoiceSettings voice)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return LfsPointer.TargetHash(bytes) is not null
                ? new(null, null, IsPointer(path, voice))
                : OfTranscript(TextFile.Decode(bytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, null, Unreadable(path, voice, error));
        }
    }

    /// <summary>As <see cref="OfText"/>, of a text that needs no file.</summary>
    public static ReferenceHash OfTranscript(string text)
    {
        var transcript = text.ReplaceLineEndings("\n").Trim();
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(transcript))), transcript, null);
    }

    private static Finding IsPointer(string path, VoiceSettings voice) =>
        VoiceFindings.ReferenceIsPointer.At(
            voice.Place ?? new(path),
            $"'{path}' of the voice '{voice.Name}' is a Git LFS pointer, not the file itself. Run 'git lfs pull', or build with "
                + $"NarrationMissing=Estimate."
        );

    private static Finding Unreadable(string path, VoiceSettings voice, Exception error) =>
        error is FileNotFoundException or DirectoryNotFoundException
            ? VoiceFindings.ReferenceMissing.At(
                voice.Place,
                $"The voice '{voice.Name}' has no reference at '{path}'. Put the file there, set NarrationVoiceDirectory (or "
                    + $"FLAMING_HORSE_VOICE_REF_DIR) to the folder that holds ref.wav and ref.txt, or build with NarrationMissing=Estimate."
            )
            : VoiceFindings.ReferenceUnreadable.At(
                voice.Place,
                $"'{path}' of the voice '{voice.Name}' cannot be read: {error.Message} Make it readable."
            );
}
