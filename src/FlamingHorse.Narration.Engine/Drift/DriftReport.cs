using System.Globalization;
using System.Text;

namespace FlamingHorse.Narration.Engine.Drift;

/// <summary>Drift in words: a line for the log, a page for a pull request's comment.</summary>
internal static class DriftReport
{
    public const string FileName = "narration-drift.md";

    private const int MostNamed = 5;

    /// <summary>
    /// Such as <c>Narration drift: 2 of 20 segments (Intro.Rule +0.42 s, Outro.Bye −0.10 s); scenes: Intro +0.42 s, Outro −0.10 s; …</c>
    /// </summary>
    public static string Line(NarrationDrift drift, string path)
    {
        var scenes =
            drift.Scenes.Count == 0
                ? "no scene's total"
                : "scenes: " + Named(drift.Scenes, scene => $"{SceneName(scene.Id)} {Signed(scene.Change)}");
        return $"Narration drift: {Count(drift)} ({Named(drift.Segments, segment => $"{segment.Id} {Change(segment)}")}); {scenes}; all "
            + $"{Signed(drift.After - drift.Before)}. {path}";
    }

    public static string Page(NarrationDrift drift)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"### Narration drift: {Count(drift)}, {Signed(drift.After - drift.Before)}\n\n");
        page.Append("Lengths of clips, gaps not counted.\n\n| scene | before | after | change |\n|---|--:|--:|--:|\n");
        foreach (var scene in drift.Scenes)
        {
            Row(page, SceneName(scene.Id), Seconds(scene.Before), Seconds(scene.After), Signed(scene.Change));
        }

        Row(page, "**all**", Seconds(drift.Before), Seconds(drift.After), Signed(drift.After - drift.Before));
        page.Append("\n| segment | before | after | change |\n|---|--:|--:|--:|\n");
        foreach (var segment in drift.Segments)
        {
            Row(page, $"`{segment.Id}`", Seconds(segment.Before), Seconds(segment.After), Change(segment));
        }

        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, string before, string after, string change) =>
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {before} | {after} | {change} |\n");

    private static string Count(NarrationDrift drift) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{drift.Segments.Count} of {drift.Count} {(drift.Count == 1 ? "segment" : "segments")}"
        );

    private static string Named<T>(IReadOnlyList<T> all, Func<T, string> name) =>
        string.Join(", ", all.Take(MostNamed).Select(name)) + (all.Count > MostNamed ? ", …" : "");

    private static string SceneName(string id) => id.Length == 0 ? "(top level)" : id;

    private static string Change(SegmentDrift segment) =>
        segment.Before is null ? "new"
        : segment.After is null ? "gone"
        : Signed(segment.Change);

    private static string Seconds(TimeSpan? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.000} s") : "–";

    private static string Signed(TimeSpan change) =>
        string.Create(CultureInfo.InvariantCulture, $"{(change < TimeSpan.Zero ? "−" : "+")}{Math.Abs(change.TotalSeconds):0.000} s");
}
