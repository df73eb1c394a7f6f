using FlamingHorse.Narration.Engine.Publishing.Report.Data;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>What a page says, and the audio files that it plays.</summary>
/// <param name="Data">The page's data.</param>
/// <param name="Files">Paths by the URL that the data names them by.</param>
public sealed record ReportContent(PageData Data, IReadOnlyDictionary<string, string> Files);
