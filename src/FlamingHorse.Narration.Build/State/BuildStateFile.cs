using System.Runtime.InteropServices;
using System.Text;
using FlamingHorse.Narration.Engine.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// The state on disk, in a form of our own: a JSON reader costs more to start than the whole check of an unchanged project.
/// A file that cannot be read is no state; nothing is lost but time.
/// </summary>
internal static class BuildStateFile
{
    public const string FileName = "state";

    /// <summary>The module's own id changes with every build of this package, so no other version's state is ever read.</summary>
    private static readonly Guid Format = typeof(BuildStateFile).Module.ModuleVersionId;

    public static BuildState? TryRead(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            return new Guid(reader.ReadBytes(16)) == Format ? Read(reader) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public static void Write(string path, BuildState state)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format.ToByteArray());
            Write(writer, state);
        }

        AtomicFile.WriteIfDifferent(path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void Write(BinaryWriter writer, BuildState state)
    {
        writer.Write(state.Inputs);
        writer.Write(state.Variables.Count);
        foreach (var (name, value) in state.Variables)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write(state.ParseInputs);
        writer.Write(state.IsComplete);
        writer.Write(state.HasManifest);
        writer.Write(state.Sources.Count);
        foreach (var (path, source) in state.Sources)
        {
            writer.Write(path);
            Write(writer, source.Stamp);
            writer.Write(source.IsDoubtful);
            writer.Write(source.Segments.Count);
            foreach (var segment in source.Segments)
            {
                Write(writer, segment);
            }
        }

        Write(writer, state.Watched);
        Write(writer, state.Outputs);
        Write(writer, state.Lock.Stamp);
        writer.Write(state.Lock.Relevant);
        writer.Write(state.Findings.Count);
        foreach (var finding in state.Findings)
        {
            writer.Write(finding.Kind.Code);
            writer.Write((int)finding.Kind.Severity);
            writer.Write(finding.Kind.Title);
            writer.Write(finding.Message);
            writer.Write(finding.Place is not null);
            if (finding.Place is { } place)
            {
                Write(writer, place);
            }
        }
    }

    private static BuildState Read(BinaryReader reader) => new()
    {
        Inputs = reader.ReadUInt32(),
        Variables = ReadMap(reader, r => r.ReadUInt32()),
        ParseInputs = reader.ReadUInt32(),
        IsComplete = reader.ReadBoolean(),
        HasManifest = reader.ReadBoolean(),
        Sources = ReadMap(reader, r => new SourceState(ReadStamp(r), r.ReadBoolean(), ReadList(r, ReadSegment))),
        Watched = ReadMap(reader, ReadStamp),
        Outputs = ReadMap(reader, ReadStamp),
        Lock = new(ReadStamp(reader), reader.ReadUInt32()),
        Findings = ReadList(reader, r => new Finding(
            new(r.ReadString(), (FindingSeverity)r.ReadInt32(), r.ReadString()), r.ReadString(), r.ReadBoolean() ? ReadPlace(r) : null)),
    };

    private static void Write(BinaryWriter writer, IReadOnlyDictionary<string, FileStamp> files)
    {
        writer.Write(files.Count);
        foreach (var (path, stamp) in files)
        {
            writer.Write(path);
            Write(writer, stamp);
        }
    }

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Length);
        writer.Write(stamp.Modified);
        writer.Write(stamp.Content);
    }

    private static void Write(BinaryWriter writer, SourcePlace place)
    {
        writer.Write(place.File);
        writer.Write(place.Line);
        writer.Write(place.Column);
        writer.Write(place.EndLine);
        writer.Write(place.EndColumn);
    }

    private static void Write(BinaryWriter writer, ScriptSegment segment)
    {
        writer.Write(segment.Id);
        WriteText(writer, segment.Text);
        Write(writer, segment.Place);
        writer.Write((int)segment.Origin);
        WriteText(writer, segment.SpokenAs);
        WriteText(writer, segment.Voice);
        WriteText(writer, segment.Language);
        WriteText(writer, segment.Member);
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

    private static ScriptSegment ReadSegment(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Text = ReadText(reader)!,
        Place = ReadPlace(reader),
        Origin = (SegmentOrigin)reader.ReadInt32(),
        SpokenAs = ReadText(reader),
        Voice = ReadText(reader),
        Language = ReadText(reader),
        Member = ReadText(reader),
    };

    private static FileStamp ReadStamp(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32());

    private static SourcePlace ReadPlace(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private static List<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var list = new List<T>(Math.Min(count, 1 << 16));
        for (var i = 0; i < count; i++)
        {
            list.Add(read(reader));
        }

        return list;
    }

    private static Dictionary<string, T> ReadMap<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var map = new Dictionary<string, T>(Math.Min(count, 1 << 16), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            map.Add(reader.ReadString(), read(reader));
        }

        return map;
    }
}
