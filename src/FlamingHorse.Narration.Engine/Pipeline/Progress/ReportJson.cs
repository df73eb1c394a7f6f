using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>Serialization without reflection: a build pays for no start-up of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(BuildSummary))]
[JsonSerializable(typeof(ProgressReport))]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
