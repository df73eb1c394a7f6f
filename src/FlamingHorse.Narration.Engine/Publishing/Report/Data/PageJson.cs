using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Data;

/// <summary>
/// The data's form in the page. The default encoder escapes &lt;, &gt; and &amp;, so that no text can end the block it stands in.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PageData))]
internal sealed partial class PageJson : JsonSerializerContext;
