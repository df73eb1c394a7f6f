using FlamingHorse.Narration.Generator.Models;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>Writes the file of one type: its properties, their cues, its list, and the storage behind them.</summary>
internal static class TypeWriter
{
    private const string Segment = "global::FlamingHorse.Narration.NarrationSegment";
    private const string Cue = "global::FlamingHorse.Narration.NarrationCue";

    public static SourceText Write(TypeSource type)
    {
        var code = new CodeWriter();
        foreach (var directive in type.Usings)
            code.Line(directive);

        if (type.Usings.Count > 0)
            code.Line();

        if (type.Namespace.Length > 0)
            code.Open($"namespace {type.Namespace}");

        foreach (var outer in type.Types)
            code.Open($"{outer.Modifiers}partial {outer.Keyword} {outer.Name}{outer.TypeParameters}");

        for (var i = 0; i < type.Members.Count; i++)
            WriteMember(code, type.Members[i], StorageWriter.At(type.Name, i));

        if (type.ListAccessibility is { } accessibility)
            WriteList(code, accessibility, StorageWriter.Qualified(type.Name));

        for (var i = 0; i < type.Types.Count; i++)
            code.Close();

        if (type.Namespace.Length > 0)
            code.Close();

        code.Line();
        StorageWriter.Write(code, type);
        return code.ToSourceText();
    }

    private static void WriteMember(CodeWriter code, MemberSource member, string segment)
    {
        foreach (var line in DocumentationText.Of(member))
            code.Line($"/// {line}");

        var shape = member.Shape;
        var type = shape.OtherType ?? (shape.IsNullable ? Segment + "?" : Segment);
        var head = $"{shape.Modifiers}{type} {Identifier.Of(member.Name)}";
        var value = shape.OtherType is null ? segment : "throw null!";

        // A setter, like another type, is a diagnostic of its own. It is implemented so that this stays the only one.
        code.Line(shape.Setter is null ? $"{head} => {value};" : $"{head} {{ get => {value}; {shape.Setter} {{ }} }}");
        code.Line();

        if (member.HasCues)
            WriteCues(code, member, segment);
    }

    private static void WriteCues(CodeWriter code, MemberSource member, string segment)
    {
        code.Line($"/// <summary>The cues of <see cref=\"{Identifier.Of(member.Name)}\"/>.</summary>");
        code.Open($"{member.Shape.Accessibility}static class {member.Name}Cues");
        foreach (var (name, index) in CueNames.Of(member))
        {
            code.Line($"/// {DocumentationText.Of(member.Segment, member.Segment.Cues[index])}");
            code.Line($"public static {Cue} {Identifier.Of(name)} => {segment}.Cues[{index}];");
        }

        code.Close();
        code.Line();
    }

    private static void WriteList(CodeWriter code, string accessibility, string storage)
    {
        code.Line("/// <summary>The segments of this type in source order.</summary>");
        code.Line(
            $"{accessibility}static global::System.Collections.Generic.IReadOnlyList<{Segment}> {TypeMembers.List} => "
                + $"{storage}.{StorageWriter.All};"
        );
    }
}
