using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>The data inside a page.</summary>
public sealed class ReportView(JsonElement data)
{
    private const string Start = "<script type=\"application/json\" id=\"narration-data\">";

    public IReadOnlyList<string> Ids => [.. data.GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];

    public IReadOnlyList<string> Sample =>
        [.. data.GetProperty("audit").GetProperty("sample").EnumerateArray().Select(s => s.GetString()!)];

    /// <summary>A segment, as the page has it.</summary>
    public JsonElement this[string id] => data.GetProperty("segments").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);

    public JsonElement Data => data;

    public static ReportView Read(string page)
    {
        var html = File.ReadAllText(page);
        var start = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return new(JsonDocument.Parse(html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement);
    }
}
