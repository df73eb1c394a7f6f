using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>The audit file's form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(Audit))]
internal sealed partial class AuditJson : JsonSerializerContext;
