using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Publishing.Report.Data;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>
/// The template with its data. Data stands in blocks that no browser executes, and the template's content policy allows one script,
/// by its hash: what a text says can become neither markup nor script.
/// </summary>
public sealed class ReportPage(string template)
{
    public const string FileName = "narration-report.html";
    private const string DataPlace = "<!--narration:data-->";

    private readonly string _before = template[..At(template)];
    private readonly string _after = template[(At(template) + DataPlace.Length)..];

    /// <summary>Writes the page.</summary>
    /// <param name="page">UTF-8 goes here.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="embed">Embed the audio, so that the page is a single file.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task WriteAsync(Stream page, ReportContent content, bool embed, CancellationToken cancellation)
    {
        var blocks = embed
            ? content
                .Files.Keys.Order(StringComparer.Ordinal)
                .Select((url, i) => (url, i))
                .ToDictionary(b => b.url, b => b.i, StringComparer.Ordinal)
            : [];
        await WriteAsync(page, _before, cancellation).ConfigureAwait(false);
        await WriteAsync(page, "<script type=\"application/json\" id=\"narration-data\">", cancellation).ConfigureAwait(false);
        await JsonSerializer
            .SerializeAsync(page, Embedded(content.Data, blocks), PageJson.Default.PageData, cancellation)
            .ConfigureAwait(false);
        await WriteAsync(page, "</script>\n", cancellation).ConfigureAwait(false);
        foreach (var (url, block) in blocks.OrderBy(b => b.Value))
        {
            // Blocks of their own: parsing the data must not cost the size of the audio.
            await WriteAsync(page, $"<script type=\"text/plain\" id=\"narration-audio-{block}\">", cancellation).ConfigureAwait(false);
            await WriteAsync(
                    page,
                    Convert.ToBase64String(await File.ReadAllBytesAsync(content.Files[url], cancellation).ConfigureAwait(false)),
                    cancellation
                )
                .ConfigureAwait(false);
            await WriteAsync(page, "</script>\n", cancellation).ConfigureAwait(false);
        }

        await WriteAsync(page, _after, cancellation).ConfigureAwait(false);
    }

    private static PageData Embedded(PageData data, Dictionary<string, int> blocks)
    {
        if (blocks.Count == 0)
        {
            return data;
        }

        PageTake Take(PageTake take) => take.Audio is { } url ? take with { Block = blocks[url] } : take;
        return data with
        {
            Segments = [.. data.Segments.Select(s => s with { Take = Take(s.Take), Other = s.Other is { } other ? Take(other) : null })],
            Voices = [.. data.Voices.Select(v => v.Reference is { } r ? v with { Reference = r with { Block = blocks[r.Audio] } } : v)],
        };
    }

    private static int At(string template) =>
        template.IndexOf(DataPlace, StringComparison.Ordinal) is var at and >= 0
            ? at
            : throw new ArgumentException("The template has no place for data.", nameof(template));

    private static ValueTask WriteAsync(Stream page, string text, CancellationToken cancellation) =>
        page.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
}
