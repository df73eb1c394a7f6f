using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using static FlamingHorse.Narration.Engine.Locks.LockValues;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Reads a lock file strictly: what it says decides which audio is used, so nothing in it is guessed.</summary>
internal static class LockReader
{
    /// <exception cref="NarrationException">FHN3003, FHN3004 or FHN3040, each at its line.</exception>
    public static NarrationLock Read(ReadOnlySpan<byte> utf8, string path)
    {
        if (utf8 is [0xEF, 0xBB, 0xBF, ..])
        {
            utf8 = utf8[3..];
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            return ReadLock(ref reader, path);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            if (MergeConflict.FindLine(utf8) is { } conflict)
            {
                throw new NarrationException(
                    StoreFindings.LockConflict.At(
                        new(path, conflict, 1),
                        $"{Path.GetFileName(path)} holds the conflict markers of a merge. Keep either side of each conflict and remove "
                            + $"the markers; the next build adds what is missing."
                    ),
                    error
                );
            }

            var (line, column) = error is JsonException { LineNumber: { } at } json
                ? ((int)at + 1, (int)(json.BytePositionInLine ?? 0) + 1)
                : TextFile.Position(utf8, reader.TokenStartIndex);
            var what = error is FormatException ? error.Message : "it is not valid JSON.";
            throw new NarrationException(
                StoreFindings.LockUnreadable.At(
                    new(path, line, column),
                    $"{Path.GetFileName(path)} cannot be read: {what} Restore the file from source control, or correct the line."
                ),
                error
            );
        }
    }

    private static NarrationLock ReadLock(ref Utf8JsonReader reader, string path)
    {
        var voices = new Dictionary<string, LockedVoice>(StringComparer.Ordinal);
        var segments = new Dictionary<string, LockedSegment>(StringComparer.Ordinal);
        var schema = 0L;
        Expect(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader) is { } name)
        {
            if (name == LockWriter.Schema)
            {
                schema = Whole(ref reader);
                CheckSchema(schema, path);
            }
            else if (name == LockWriter.Voices)
            {
                StartObject(ref reader);
                while (NextProperty(ref reader) is { } voice)
                {
                    Add(voices, voice, LockedVoiceReader.Read(ref reader));
                }
            }
            else if (name == LockWriter.Segments)
            {
                StartObject(ref reader);
                while (NextProperty(ref reader) is { } id)
                {
                    Add(segments, id, LockedSegmentReader.Read(ref reader));
                }
            }
            else
            {
                throw new FormatException($"\"{name}\" is not part of a lock file.");
            }
        }

        // Anything after the object is an error, which the reader finds.
        reader.Read();
        var content = new NarrationLock { Voices = voices, Segments = segments };
        return schema > 0
            ? content with
            {
                HasNewKeys = schema > content.Schema,
            }
            : throw new FormatException($"\"{LockWriter.Schema}\" is missing.");
    }

    private static void CheckSchema(long schema, string path)
    {
        if (schema > NarrationLock.CurrentSchema)
        {
            throw new NarrationException(
                StoreFindings.LockNewer.At(
                    new(path, 1, 1),
                    $"{Path.GetFileName(path)} was written by a newer version of FlamingHorse.Narration (schema {schema}; this version "
                        + $"reads {NarrationLock.CurrentSchema}). Update the package."
                )
            );
        }

        if (schema < 1)
        {
            throw new FormatException($"{schema} is not a valid schema.");
        }
    }

    private static void Add<T>(Dictionary<string, T> all, string name, T value)
    {
        if (!all.TryAdd(name, value))
        {
            throw new FormatException($"\"{name}\" appears twice.");
        }
    }
}
