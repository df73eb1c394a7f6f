using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>A voice as the lock pins it, and its reference where this machine has it.</summary>
internal sealed class VoiceReader(NarrationSettings settings, NarrationLock locked, string directory, PictureDetail detail)
{
    /// <summary>The voice, and the file of its reference.</summary>
    public (PageVoice Voice, string? Path) Read(string name)
    {
        var pin = locked.Voices.GetValueOrDefault(name);
        var configured = settings.Voices.GetValueOrDefault(name);
        var path = configured?.ReferenceAudio is { } audio && File.Exists(audio) ? audio : null;
        var voice = new PageVoice
        {
            Name = name,
            Backend = pin?.Backend ?? settings.Backend,
            Engine = pin?.Engine ?? "",
            Model = pin?.Model ?? configured?.Model ?? settings.Defaults.Model ?? settings.Defaults.QualityModel,
            Language = pin?.Language ?? configured?.Language ?? settings.Defaults.Language ?? NarrationSettings.DefaultLanguage,
            Speed = pin?.Speed ?? configured?.Speed ?? 1,
            Reference = path is null ? null : Reference(path, configured!),
        };
        return (voice, path);
    }

    private PageReference Reference(string path, VoiceSettings configured)
    {
        var signal = Signal(path);
        return new()
        {
            Audio = PageUrl.Of(path, directory),
            Seconds = signal?.Duration.TotalSeconds,
            Rate = signal?.SampleRate,
            Start = configured.Cut.Start?.TotalSeconds,
            End = configured.Cut.End?.TotalSeconds,
            Text = Transcript(configured),
            Picture = signal is null ? null : ClipPicture.Draw(signal, detail),
        };
    }

    /// <summary>Null for a form that a browser may play and this package does not read.</summary>
    private static MonoSignal? Signal(string path)
    {
        try
        {
            return WavFile.Read(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is WavFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Transcript(VoiceSettings configured)
    {
        try
        {
            return configured.Transcript
                ?? (
                    configured.ReferenceText is { } path && TextFile.ReadIfPresent(path) is { } bytes ? TextFile.Decode(bytes).Trim() : null
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
