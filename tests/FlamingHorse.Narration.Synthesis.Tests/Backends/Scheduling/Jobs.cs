using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

/// <summary>Jobs as a run would make them of its requests.</summary>
internal static class Jobs
{
    public static Job Of(string id, double seconds = 3, string voice = "narrator", string language = "English", double temperature = 0.9)
    {
        var speaker = Requests.Voice("worker", name: voice) with { Sampling = new Sampling(temperature) };
        var request = Requests.For(id, id, speaker, seconds) with { Language = language };
        return new Job(request, request);
    }

    /// <summary>Jobs of one voice and one length.</summary>
    public static IReadOnlyList<Job> Some(params IEnumerable<string> ids) => [.. ids.Select(id => Of(id))];

    public static string Names(IEnumerable<Job> jobs) => string.Join(" ", jobs.Select(job => job.Owner.Id));

    public static string Names(IEnumerable<BatchItem> items) => Names(items.Select(item => item.Job));
}
