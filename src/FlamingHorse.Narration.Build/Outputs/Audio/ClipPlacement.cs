using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Outputs.Audio;

/// <summary>Puts single clips in place, whole or not at all. Any thread.</summary>
/// <param name="report">Takes the warning about a clip that is being played.</param>
/// <param name="replacement">How files get their names.</param>
internal sealed class ClipPlacement(Action<Finding> report, FileReplacement replacement)
{
    private readonly ConcurrentDictionary<string, bool> _played = new(StringComparer.Ordinal);

    /// <summary>Whether a clip could not be replaced, because a player has it open.</summary>
    public bool IsBeingPlayed(string fileName) => _played.ContainsKey(fileName);

    /// <summary>False if a player has the old clip open, on a system where an open file cannot be replaced.</summary>
    public bool TryPut(string source, byte[]? levelled, string target)
    {
        var temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (levelled is null)
            {
                File.Copy(source, temporary);
            }
            else
            {
                File.WriteAllBytes(temporary, levelled);
            }

            // The new take gets its own time, so that tools that compare by time notice the change.
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow);
            replacement.Move(temporary, target);
            return true;
        }
        catch (FileHeldException)
        {
            Removal.TryFile(temporary);
            _played[Path.GetFileName(target)] = true;
            report(
                StoreFindings.ClipInUse.At(
                    new(target),
                    $"The clip '{Path.GetFileName(target)}' beside the app is open in another program and was not replaced. Stop playing "
                        + $"it and build again."
                )
            );
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Removal.TryFile(temporary);
            throw new NarrationException(
                StoreFindings.OutputNotWritable.At(
                    new(target),
                    $"The audio cannot be copied beside the app: {e.Message} Free some space or set OutputPath to a folder that can be "
                        + $"written."
                ),
                e
            );
        }
    }
}
