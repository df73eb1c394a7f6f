using FlamingHorse.Narration.Generator.Models;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>Writes the assembly's catalog. It names types only, so that it stays as it is while texts and durations change.</summary>
internal static class CatalogWriter
{
    public const string FileName = "NarrationCatalog.g.cs";

    private const string Segment = "global::FlamingHorse.Narration.NarrationSegment";

    public static SourceText Write(EquatableArray<UniqueName> types)
    {
        var list = $"global::System.Collections.Generic.List<{Segment}>";
        var code = new CodeWriter();
        code.Open("namespace FlamingHorse.Narration");
        code.Line("/// <summary>Every segment of this assembly.</summary>");
        code.Line(StorageWriter.Attributes);
        code.Open("internal static class NarrationCatalog");
        code.Line("private static readonly global::FlamingHorse.Narration.NarrationIndex index = new(Load);");
        code.Line();
        code.Line("/// <summary>All segments in the order of the lesson.</summary>");
        code.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Segment}> All => index.All;");
        code.Line();
        code.Line("/// <summary>The segment with an id, without regard to case; null when there is none.</summary>");
        code.Line($"public static {Segment}? Find(string id) => index.Find(id);");
        code.Line();
        code.Open($"private static {Segment}[] Load()");
        code.Line($"var segments = new {list}();");
        foreach (var type in types)
            code.Line($"segments.AddRange({StorageWriter.Qualified(type)}.{StorageWriter.All});");

        code.Line("return segments.ToArray();");
        code.Close();
        code.Close();
        code.Close();
        return code.ToSourceText();
    }
}
