using System.Runtime.InteropServices;
using System.Text;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.State;

/// <summary>What a scan found in one source, as the state holds it.</summary>
internal static class PackedSegments
{
    public static byte[] Of(IReadOnlyList<ScriptSegment> segments, IReadOnlyDictionary<string, int> sceneOrders)
    {
        if (segments.Count == 0 && sceneOrders.Count == 0)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(sceneOrders.Count);
        foreach (var (type, order) in sceneOrders)
        {
            writer.Write(type);
            writer.Write(order);
        }

        foreach (var segment in segments)
        {
            writer.Write(segment.Id);
            WriteText(writer, segment.Text);
            Write(writer, segment.Place);
            writer.Write((int)segment.Origin);
            WriteText(writer, segment.SpokenAs);
            WriteText(writer, segment.Voice);
            WriteText(writer, segment.Language);
            WriteText(writer, segment.Member);
            Write(writer, segment.Runs);
        }

        return bytes.ToArray();
    }

    public static IReadOnlyList<ScriptSegment> Read(byte[] packed)
    {
        var segments = new List<ScriptSegment>();
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        ReadOrders(reader);
        while (reader.BaseStream.Position < packed.Length)
        {
            segments.Add(
                new()
                {
                    Id = reader.ReadString(),
                    Text = ReadText(reader)!,
                    Place = ReadPlace(reader),
                    Origin = (SegmentOrigin)reader.ReadInt32(),
                    SpokenAs = ReadText(reader),
                    Voice = ReadText(reader),
                    Language = ReadText(reader),
                    Member = ReadText(reader),
                    Runs = ReadRuns(reader),
                }
            );
        }

        return segments;
    }

    private static void Write(BinaryWriter writer, TextRuns runs)
    {
        writer.Write(runs.Count);
        foreach (var run in runs)
        {
            writer.Write(run.Offset);
            writer.Write(run.Line);
            writer.Write(run.Column);
        }
    }

    private static TextRuns ReadRuns(BinaryReader reader)
    {
        var runs = new TextRuns();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            runs.Add(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        }

        return runs;
    }

    /// <summary>What types of the source state of their scenes, by the type's path.</summary>
    public static IReadOnlyDictionary<string, int> ReadOrders(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        return ReadOrders(reader);
    }

    public static void Write(BinaryWriter writer, SourcePlace place)
    {
        writer.Write(place.File);
        writer.Write(place.Line);
        writer.Write(place.Column);
        writer.Write(place.EndLine);
        writer.Write(place.EndColumn);
    }

    public static SourcePlace ReadPlace(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private static Dictionary<string, int> ReadOrders(BinaryReader reader)
    {
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var count = reader.BaseStream.Length == 0 ? 0 : reader.ReadInt32(); count > 0; count--)
        {
            orders[reader.ReadString()] = reader.ReadInt32();
        }

        return orders;
    }

    /// <summary>As UTF-16, since a text may hold half a surrogate pair, which UTF-8 cannot carry.</summary>
    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text?.Length ?? -1);
        if (text is not null)
        {
            writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }

    private static string? ReadText(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        return length < 0 ? null : new string(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(length * 2)));
    }
}
