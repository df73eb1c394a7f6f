namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>How finely clips are drawn, so that a page of a thousand still opens at once.</summary>
internal sealed class PictureDetail(int clips)
{
    private const int ColumnsPerSecond = 60;
    private const int FewestColumns = 24;

    /// <summary>About 7 MB of page at a thousand clips and more.</summary>
    private readonly int _mostColumns = Math.Clamp(90_000 / Math.Max(clips, 1), 80, 600);

    /// <summary>Columns of the spectrogram.</summary>
    public int Columns(TimeSpan duration) => (int)Math.Clamp(duration.TotalSeconds * ColumnsPerSecond, FewestColumns, _mostColumns);

    /// <summary>Pairs of the waveform.</summary>
    public int Pairs(TimeSpan duration) => (int)Math.Clamp(duration.TotalSeconds * ColumnsPerSecond, FewestColumns, _mostColumns);
}
