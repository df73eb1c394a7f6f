using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A <c>build-summary.json</c>, read without the product's own code.</summary>
public sealed record SummaryView
{
    private static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    public int Segments { get; init; }

    public int UpToDate { get; init; }

    public int FromLocalCache { get; init; }

    public int FromRemoteCache { get; init; }

    public int Synthesized { get; init; }

    public int Estimated { get; init; }

    public int Failed { get; init; }

    public int WorkerStarts { get; init; }

    public int ModelLoads { get; init; }

    public long ElapsedMs { get; init; }

    public static SummaryView Read(string path) => JsonSerializer.Deserialize<SummaryView>(File.ReadAllText(path), _web)!;
}
