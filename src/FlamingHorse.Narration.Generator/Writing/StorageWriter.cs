using FlamingHorse.Narration.Generator.Models;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>
/// Writes the class that holds a type's segments. It stands outside the author's type, so that a private or generic type's segments are in
/// the catalog too, and once each. A segment is made when it is first asked for: ten thousand of them cost nothing at the start.
/// </summary>
internal static class StorageWriter
{
    public const string All = "All";

    /// <summary>The namespace of all storage.</summary>
    public const string Namespace = "FlamingHorse.Narration.Generated";

    /// <summary>Hides a type from assemblies that see this one's internals: they have storage and a catalog of their own.</summary>
    public const string Attributes =
        "[global::Microsoft.CodeAnalysis.Embedded, global::System.CodeDom.Compiler.GeneratedCode(\"FlamingHorse.Narration\", \"1\")]";

    private const string Segment = "global::FlamingHorse.Narration.NarrationSegment";

    public static string Qualified(UniqueName name) => $"global::{Namespace}.{name.Storage}";

    public static string Property(MemberSource member) => "Segment_" + member.Name;

    public static void Write(CodeWriter code, TypeSource type)
    {
        code.Open($"namespace {Namespace}");
        code.Line(Attributes);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open($"internal static class {type.Name.Storage}");

        foreach (var member in type.Members)
            WriteSegment(code, member);

        var list = $"global::System.Collections.Generic.IReadOnlyList<{Segment}>";
        var segments = string.Join(", ", type.Members.Select(Property));
        code.Line($"private static {list}? all;");
        code.Line();
        code.Line($"internal static {list} {All} => all ??= global::System.Array.AsReadOnly(new {Segment}[] {{ {segments} }});");
        code.Close();
        code.Close();
    }

    private static void WriteSegment(CodeWriter code, MemberSource member)
    {
        var field = "segment_" + member.Name;
        code.Line($"private static {Segment}? {field};");
        code.Line();
        code.Line($"internal static {Segment} {Property(member)} =>");
        code.Line($"    {field} ?? global::System.Threading.Interlocked.CompareExchange(ref {field}, {Segment}.Create(");
        foreach (var line in Arguments(member.Segment))
            code.Line($"        {line}");

        code.Line($"    null) ?? {field};");
        code.Line();
    }

    private static IEnumerable<string> Arguments(SegmentCode segment)
    {
        yield return $"{CSharpLiteral.Of(segment.Id)},";
        yield return $"{CSharpLiteral.Of(segment.Caption)},";
        yield return $"{CSharpLiteral.Of(segment.Spoken)},";
        yield return $"{segment.SampleCount}, {segment.SampleRate}, {segment.SpeechStart}, {segment.SpeechEnd}, "
            + $"{CSharpLiteral.Of(segment.IsEstimated)}, {CSharpLiteral.Of(segment.IsDraft)},";
        yield return $"{CSharpLiteral.Of(segment.AudioFile)}, {CSharpLiteral.Of(segment.Voice)}, {CSharpLiteral.Of(segment.Model)}, {CSharpLiteral.Of(segment.AudioHash)},";
        yield return $"{Cues(segment)}),";
    }

    private static string Cues(SegmentCode segment)
    {
        if (segment.Cues.Count == 0)
            return "null";

        var cues = segment.Cues.Select(cue =>
            $"new({CSharpLiteral.Of(cue.Name)}, global::System.TimeSpan.FromTicks({Ticks(cue.Sample, segment.SampleRate)}L), {CSharpLiteral.Of(cue.IsEstimated)})");
        return $"new global::FlamingHorse.Narration.NarrationCue[] {{ {string.Join(", ", cues)} }}";
    }

    /// <summary>The nearest tick, halves up, as the runtime library counts.</summary>
    private static long Ticks(long sample, int rate)
    {
        var (seconds, rest) = (sample / rate, sample % rate);
        return (seconds * TimeSpan.TicksPerSecond) + (((rest * TimeSpan.TicksPerSecond * 2) + rate) / (2L * rate));
    }
}
