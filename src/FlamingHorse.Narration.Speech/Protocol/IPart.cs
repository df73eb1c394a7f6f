using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Protocol.Preparing;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Something that the program can do over the protocol: speak, or listen. The session is made of them.</summary>
internal interface IPart
{
    /// <summary>For <c>hello</c>; found out without loading anything.</summary>
    IReadOnlyList<string> Capabilities { get; }

    /// <summary>For <c>hello</c>, too.</summary>
    IReadOnlyList<MissingCapability> Missing { get; }

    /// <summary>Whether orders of this kind are for this part.</summary>
    bool Takes(string kind);

    /// <summary>Loads what <paramref name="init"/> asks for. Parts load side by side.</summary>
    /// <exception cref="Fault">The program cannot do its work.</exception>
    Readiness Load(JsonElement init);

    /// <summary>Returns soon; every item of the order is answered once, by whichever thread.</summary>
    void Accept(Order order);

    /// <summary>Returns when everything that was accepted is answered.</summary>
    void Drain();

    /// <summary>Checks what a build will need and reports it, row by row.</summary>
    void Prepare(JsonElement request, Report report);
}
