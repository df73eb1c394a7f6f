using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>The segments of a <c>narration.lock.json</c>, read without the product's own code.</summary>
public sealed record LockView(IReadOnlyDictionary<string, LockLine> Segments)
{
    public LockLine this[string id] => Segments[id];

    public IEnumerable<string> Ids => Segments.Keys;

    public static LockView Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new(
            document
                .RootElement.GetProperty("segments")
                .EnumerateObject()
                .ToDictionary(
                    s => s.Name,
                    s => new LockLine(
                        s.Value.GetProperty("key").GetString()!,
                        s.Value.GetProperty("audio").GetString()!,
                        s.Value.GetProperty("samples").GetInt64()
                    )
                )
        );
    }
}
