using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>
/// The last takes of segments that failed every attempt, kept for a person to hear: a WAV file named after the segment, with its record
/// beside it. They are in no cache, and stay until the next build that may speak.
/// </summary>
/// <param name="intermediate">The project's folder of intermediate files.</param>
internal sealed class RefusedTakes(string intermediate)
{
    private readonly string _folder = Path.Combine(intermediate, "refused");

    /// <summary>The path of the take; null where it cannot be written: it is a help, and no reason to fail.</summary>
    public string? Keep(FinishedClip take)
    {
        var name = string.Concat(take.Request.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        var path = Path.Combine(_folder, name + ".wav");
        try
        {
            AtomicFile.CreateFolder(_folder, isPrivate: false);
            AtomicFile.Write(Path.ChangeExtension(path, ".json"), ClipMeta.ToJson(take.Record), isDurable: false);
            AtomicFile.Write(path, take.Wav.ToArray(), isDurable: false);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Adds to a finding where to hear the refused take and how to accept it.</summary>
    public static Finding MentionTake(Finding finding, string id, string path) =>
        finding with
        {
            Message =
                $"{finding.Message} You can listen to its last take until the next build, at {path}; if it is right, build with "
                + $"NarrationAccept={id}.",
        };

    /// <summary>The take of this key; null where there is none, or a file is not what it was.</summary>
    public (ClipRecord Record, byte[] Wav)? Find(ActionKey key)
    {
        if (!Directory.Exists(_folder))
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "*.json"))
        {
            try
            {
                if (ClipMeta.Parse(File.ReadAllBytes(path)) is not { } record || record.Key != key)
                {
                    continue;
                }

                var wav = File.ReadAllBytes(Path.ChangeExtension(path, ".wav"));
                if (Convert.ToHexStringLower(SHA256.HashData(wav)) == record.AudioHash)
                {
                    return (record, wav);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // As if it were not there.
            }
        }

        return null;
    }

    /// <summary>Deletes them all.</summary>
    public void Clear()
    {
        try
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A player has one open; the next build tries again.
        }
    }
}
