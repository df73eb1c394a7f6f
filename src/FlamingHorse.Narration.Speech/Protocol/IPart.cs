using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Protocol.Preparing;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>A capability of the program in the protocol: speaking or listening. A session consists of these.</summary>
internal interface IPart
{
    /// <summary>The capabilities for <c>hello</c>; determined without loading anything.</summary>
    IReadOnlyList<string> Capabilities { get; }

    /// <summary>The missing capabilities, also for <c>hello</c>.</summary>
    IReadOnlyList<MissingCapability> Missing { get; }

    /// <summary>Whether this part handles messages of this kind.</summary>
    bool Takes(string kind);

    /// <summary>Loads what <paramref name="init"/> requests. Parts load in parallel.</summary>
    /// <exception cref="Fault">The program cannot do its work.</exception>
    Readiness Load(JsonElement init);

    /// <summary>Starts the order and returns soon; every item is answered once, on any thread.</summary>
    void Accept(Order order);

    /// <summary>Waits until everything that was accepted is answered.</summary>
    void Drain();

    /// <summary>Checks what a build will need and reports it, row by row.</summary>
    void Prepare(JsonElement request, Report report);
}
