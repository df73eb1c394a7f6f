using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.State;

/// <summary>A state's members, one after another, in binary form.</summary>
internal static class BuildStateFormat
{
    public static void Write(BinaryWriter writer, BuildState state)
    {
        writer.Write(state.Inputs);
        writer.Write(state.Variables.Count);
        foreach (var variable in state.Variables)
        {
            writer.Write(variable.Name);
            writer.Write(variable.Content);
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
            writer.Write(source.Packed.Length);
            writer.Write(source.Packed);
        }

        Write(writer, state.Watched);
        Write(writer, state.Outputs);
        writer.Write(state.Lengths);
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
                PackedSegments.Write(writer, place);
            }
        }
    }

    public static BuildState Read(BinaryReader reader) =>
        new()
        {
            Inputs = reader.ReadUInt32(),
            Variables = ReadList(reader, r => new ConsultedVariable(r.ReadString(), r.ReadUInt32())),
            ParseInputs = reader.ReadUInt32(),
            IsComplete = reader.ReadBoolean(),
            HasManifest = reader.ReadBoolean(),
            Sources = ReadMap(reader, r => new SourceState(ReadStamp(r), r.ReadBoolean(), r.ReadBytes(r.ReadInt32()))),
            Watched = ReadMap(reader, ReadStamp),
            Outputs = ReadMap(reader, ReadStamp),
            Lengths = reader.ReadUInt32(),
            Lock = new(ReadStamp(reader), reader.ReadUInt32()),
            Findings = ReadList(reader, r => new Finding(
                new(r.ReadString(), (FindingSeverity)r.ReadInt32(), r.ReadString()),
                r.ReadString(),
                r.ReadBoolean() ? PackedSegments.ReadPlace(r) : null
            )),
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

    private static FileStamp ReadStamp(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32());

    private static List<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
        where T : class
    {
        var list = new List<T>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            list.Add(read(reader));
        }

        return list;
    }

    private static Dictionary<string, T> ReadMap<T>(BinaryReader reader, Func<BinaryReader, T> read)
        where T : class
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            map.Add(reader.ReadString(), read(reader));
        }

        return map;
    }
}
