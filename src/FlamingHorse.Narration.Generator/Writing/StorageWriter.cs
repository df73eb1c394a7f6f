using FlamingHorse.Narration.Generator.Models;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>
/// Writes the class that holds a type's segments. It stands outside the author's type, so that a private or generic type's segments are in
/// the catalog too, and once each. A segment has no member of its own there: a field and a property for each of ten thousand take the
/// compiler longer than all that is said of it.
/// </summary>
internal static class StorageWriter
{
    public const string All = "All";

    /// <summary>The namespace of all storage.</summary>
    public const string Namespace = "FlamingHorse.Narration.Generated";

    /// <summary>Hides a type from assemblies that see this one's internals: they have storage and a catalog of their own.</summary>
    public const string Attributes =
        "[global::Microsoft.CodeAnalysis.Embedded, global::System.CodeDom.Compiler.GeneratedCode(\"FlamingHorse.Narration\", \"1\")]";

    /// <summary>
    /// Segments that one method makes: few methods for the compiler, and none that takes long to compile when the app asks for one of them.
    /// </summary>
    private const int MostInAMethod = 16;

    private const string Segment = "global::FlamingHorse.Narration.NarrationSegment";
    private const string Make = "Make";
    private const string Count = "Count";

    public static string Qualified(UniqueName name) => $"global::{Namespace}.{name.Storage}";

    /// <summary>The segment of the member with an index.</summary>
    public static string At(UniqueName name, int index) => $"{Qualified(name)}.{All}[{index}]";

    public static void Write(CodeWriter code, TypeSource type)
    {
        code.Open($"namespace {Namespace}");
        code.Line(Attributes);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open($"internal static class {type.Name.Storage}");
        // The count is a method of its own: hot reload replaces methods, and never sets a static field again.
        code.Line($"internal static readonly global::FlamingHorse.Narration.NarrationSegmentList {All} = new({Count}, {Make});");
        code.Line();
        code.Line($"private static int {Count}() => {type.Members.Count};");
        WriteNames(code, type);
        if (type.Members.Count <= MostInAMethod)
            WriteMethod(code, Make, type, 0);
        else
            WriteMethods(code, type);

        code.Close();
        code.Close();
    }

    /// <summary>
    /// Removing a constant is an edit that hot reload refuses, so that an app is started again when a segment is removed. The compiler of
    /// .NET 10 fails instead when all that goes is a partial property (a null reference in DeltaMetadataWriter), and takes dotnet watch
    /// along.
    /// </summary>
    private static void WriteNames(CodeWriter code, TypeSource type)
    {
        if (!type.IsEditable)
            return;

        code.Line();
        foreach (var name in type.Members.Select(member => member.Name).OrderBy(name => name, StringComparer.Ordinal))
            code.Line($"private const bool Has_{name} = true;");
    }

    private static void WriteMethods(CodeWriter code, TypeSource type)
    {
        var last = (type.Members.Count - 1) / MostInAMethod;
        code.Line();
        code.Open($"private static {Segment} {Make}(int index)");
        code.Open($"switch (index / {MostInAMethod})");
        for (var i = 0; i <= last; i++)
            code.Line($"{Label(i, last)} return {Make}{i}(index);");

        code.Close();
        code.Close();
        for (var i = 0; i <= last; i++)
            WriteMethod(code, Make + i, type, i * MostInAMethod);
    }

    private static void WriteMethod(CodeWriter code, string name, TypeSource type, int first)
    {
        var last = Math.Min(first + MostInAMethod, type.Members.Count) - 1;
        code.Line();
        code.Open($"private static {Segment} {name}(int index)");
        code.Open("switch (index)");
        for (var i = first; i <= last; i++)
        {
            code.Line(Label(i, last));
            code.Line($"    return {Segment}.Create(");
            foreach (var line in Arguments(type.Members[i].Segment))
                code.Line($"        {line}");
        }

        code.Close();
        code.Close();
    }

    private static string Label(int index, int last) => index == last ? "default:" : $"case {index}:";

    private static IEnumerable<string> Arguments(SegmentCode segment)
    {
        yield return $"{CSharpLiteral.Of(segment.Id)},";
        yield return $"{CSharpLiteral.Of(segment.Caption)},";
        yield return $"{CSharpLiteral.Of(segment.Spoken)},";
        yield return $"{segment.SampleCount}, {segment.SampleRate}, {segment.SpeechStart}, {segment.SpeechEnd}, "
            + $"{CSharpLiteral.Of(segment.IsEstimated)}, {CSharpLiteral.Of(segment.IsDraft)},";
        yield return $"{CSharpLiteral.Of(segment.AudioFile)}, {CSharpLiteral.Of(segment.Voice)}, {CSharpLiteral.Of(segment.Model)}, "
            + $"{CSharpLiteral.Of(segment.AudioHash)},";
        var shown = segment.Shown is null ? "" : $".WithCaptionText({CSharpLiteral.Of(segment.Shown)})";
        yield return segment.Words is null
            ? $"{Cues(segment)}){shown};"
            : $"{Cues(segment)}, {CSharpLiteral.Of(segment.Words)}, {CSharpLiteral.Of(segment.CaptionWords)}){shown};";
    }

    private static string Cues(SegmentCode segment)
    {
        if (segment.Cues.Count == 0)
            return "null";

        var cues = segment.Cues.Select(cue =>
            $"new({CSharpLiteral.Of(cue.Name)}, global::System.TimeSpan.FromTicks({Ticks(cue.Sample, segment.SampleRate)}L), "
            + $"{CSharpLiteral.Of(cue.IsEstimated)})"
        );
        return $"new global::FlamingHorse.Narration.NarrationCue[] {{ {string.Join(", ", cues)} }}";
    }

    /// <summary>The nearest tick, halves up, as the runtime library counts.</summary>
    private static long Ticks(long sample, int rate)
    {
        var (seconds, rest) = (sample / rate, sample % rate);
        return (seconds * TimeSpan.TicksPerSecond) + (((rest * TimeSpan.TicksPerSecond * 2) + rate) / (2L * rate));
    }
}
