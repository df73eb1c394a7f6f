using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>What the page shows of a clip's sound without reading the clip.</summary>
public sealed record ClipPicture
{
    /// <summary>Base64 of pairs of signed bytes (lowest, highest).</summary>
    public required string Peaks { get; init; }

    /// <summary>Columns of <see cref="Spectrum"/>, of 96 bands each.</summary>
    public required int Columns { get; init; }

    /// <summary>
    /// Base64 of DEFLATE over the differences from column to column, 32 steps; bands at equal steps of mel up to half the sample rate.
    /// </summary>
    public required string Spectrum { get; init; }

    internal static ClipPicture Draw(MonoSignal signal, PictureDetail detail)
    {
        var columns = detail.Columns(signal.Duration);
        return new()
        {
            Peaks = Convert.ToBase64String(Waveform.Draw(signal.Samples, detail.Pairs(signal.Duration))),
            Columns = columns,
            Spectrum = Convert.ToBase64String(new Spectrogram().Draw(signal, columns)),
        };
    }
}
