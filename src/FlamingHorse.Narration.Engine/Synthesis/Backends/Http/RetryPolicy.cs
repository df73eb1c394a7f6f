using System.Net;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>When a server that has no time, or none yet, is asked again.</summary>
/// <param name="Most">Requests in all.</param>
/// <param name="First">Wait before the second; doubles, with jitter, so that many builds do not come back at once.</param>
/// <param name="Longest">No wait is longer, whatever the server asks.</param>
/// <param name="Answer">A server that takes longer to begin its answer, or to end it, failed.</param>
internal sealed record RetryPolicy(int Most, TimeSpan First, TimeSpan Longest, TimeSpan Answer)
{
    public static RetryPolicy Usual { get; } = new(5, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    public static bool IsWorthIt(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.BadGateway
                or HttpStatusCode.GatewayTimeout;

    /// <summary>The wait after the given number of requests.</summary>
    public TimeSpan Wait(int requests, HttpResponseMessage? answer)
    {
        var asked = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - DateTimeOffset.UtcNow,
            _ => TimeSpan.Zero,
        };
        var own = First * Math.Pow(2, requests - 1) * (0.75 + Random.Shared.NextDouble() / 2);
        var wait = asked > own ? asked : own;
        return wait < Longest ? wait : Longest;
    }
}
