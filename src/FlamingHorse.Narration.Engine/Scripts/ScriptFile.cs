using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Scripts.Markdown;
using FlamingHorse.Narration.Engine.Scripts.Python;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Scripts;

/// <summary>
/// A <c>NarrationScript</c> item: narration from a file of Python literals, JSON or Markdown. The file is read, never executed.
/// </summary>
public static class ScriptFile
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its segments in order, each at its place; unreadable entries are FHN1021, skipped ones FHN1060.</summary>
    public static IReadOnlyList<ScriptSegment> Read(string path, ICollection<Finding> findings)
    {
        try
        {
            var text = Decode(File.ReadAllBytes(path));
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".py" => PythonScript.Read(text, path, findings),
                ".json" => JsonScript.Read(text, path, findings),
                ".md" or ".markdown" => MarkdownScript.Read(text, path, findings),
                _ => throw new FormatException("its extension is not .py, .json or .md. Rename it to match its contents"),
            };
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Add(
                ScriptFindings.InvalidScriptFile.At(
                    new(path),
                    $"The narration script '{path}' does not exist. Create it, or remove the NarrationScript item."
                )
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(
                ScriptFindings.InvalidScriptFile.At(
                    new(path),
                    $"{Path.GetFileName(path)} cannot be read: {error.Message} Make it readable."
                )
            );
        }
        catch (FormatException error)
        {
            findings.Add(ScriptFindings.InvalidScriptFile.At(new(path), $"{Path.GetFileName(path)} cannot be read: {error.Message}."));
        }

        return [];
    }

    // A byte that is not UTF-8 would be spoken as a question mark.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? TextFile.Decode(bytes) : _strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw new FormatException($"byte {error.Index} is not UTF-8. Save the file as UTF-8", error);
        }
    }
}
