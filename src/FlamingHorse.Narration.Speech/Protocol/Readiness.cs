using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>A part's fields in <c>ready</c>.</summary>
/// <param name="Engine">Names and versions that go into the record of every clip.</param>
/// <param name="WriteFields">Fields of the message itself.</param>
internal sealed record Readiness(IReadOnlyDictionary<string, string> Engine, Action<Utf8JsonWriter> WriteFields);
