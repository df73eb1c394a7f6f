using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts;

/// <summary><c>{"id": "text", …}</c>.</summary>
internal static class JsonScript
{
    public static IReadOnlyList<ScriptSegment> Read(string text, string file, ICollection<Finding> findings)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var segments = new List<ScriptSegment>();
        var (line, lineStart) = (1, 0);
        var reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Report(Place(reader.TokenStartIndex), "it must hold one object: {\"id\": \"text\", …}");
                return segments;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (id, place) = (Text(ref reader), Place(reader.TokenStartIndex));
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    var value = Text(ref reader);
                    segments.Add(
                        new()
                        {
                            Id = id,
                            Text = value,
                            Runs =
                                FormulaText.MayHold(value) || MarkedText.MayHold(value)
                                    ? Runs(Place(reader.TokenStartIndex), reader.ValueSpan)
                                    : TextRuns.None,
                            Place = place,
                            Origin = SegmentOrigin.ScriptFile,
                        }
                    );
                }
                else
                {
                    Report(Place(reader.TokenStartIndex), $"the text of '{id}' must be a string");
                    reader.Skip();
                }
            }

            reader.Read(); // what follows the object is an error too
        }
        catch (JsonException error)
        {
            Report(new(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1), "it is not valid JSON");
        }
        catch (InvalidOperationException)
        {
            Report(Place(reader.TokenStartIndex), "this string holds half a surrogate pair; write the character itself");
        }

        return segments;

        SourcePlace Place(long index)
        {
            // Places are requested in the order of the file, so each search continues from the previous one.
            (line, lineStart) = NextLine(utf8, line, lineStart, (int)index);
            return new(file, line, Encoding.UTF8.GetCharCount(utf8.AsSpan(lineStart..(int)index)) + 1);
        }

        void Report(SourcePlace place, string problem) =>
            findings.Add(ScriptFindings.InvalidScriptFile.At(place, $"{Path.GetFileName(file)} cannot be read: {problem}."));
    }

    /// <summary>Of the string that begins at a place: what stands between its quotes, on one line.</summary>
    private static TextRuns Runs(SourcePlace place, ReadOnlySpan<byte> written)
    {
        var raw = Encoding.UTF8.GetString(written);
        var runs = new TextRuns();
        for (int at = 0, offset = 0; at < raw.Length; offset++)
        {
            runs.Add(offset, place.Line, place.Column + 1 + at);
            at +=
                raw[at] != '\\' ? 1
                : raw[at + 1] == 'u' ? 6
                : 2;
        }

        return runs;
    }

    private static (int Line, int Start) NextLine(byte[] utf8, int line, int start, int index)
    {
        for (var i = start; i < index; i++)
        {
            if (utf8[i] == '\n')
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return (line, start);
    }

    private static string Text(ref Utf8JsonReader reader) => reader.GetString()!;
}
