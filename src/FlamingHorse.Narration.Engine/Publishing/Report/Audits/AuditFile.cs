using System.Text.Json;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>Reads what the page saved.</summary>
public static class AuditFile
{
    /// <summary>The file's content; empty when there is none.</summary>
    /// <exception cref="NarrationException">FHN4020.</exception>
    public static Audit Read(string path) => File.Exists(path) ? ReadExisting(path) : Audit.Empty;

    /// <summary>The content of a file that somebody named.</summary>
    /// <exception cref="NarrationException">FHN4020, also when it is not there.</exception>
    public static Audit ReadExisting(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var audit = JsonSerializer.Deserialize(file, AuditJson.Default.Audit) ?? Audit.Empty;
            return audit.Schema == Audit.CurrentSchema
                ? audit
                : throw Unreadable(
                    path,
                    1,
                    $"it has schema {audit.Schema} and this version reads {Audit.CurrentSchema}. Update the package, or save the file "
                        + $"again from the page of this version."
                );
        }
        catch (JsonException error)
        {
            throw Unreadable(
                path,
                (int)(error.LineNumber ?? 0) + 1,
                $"{error.Message} Save it again from narration-report.html, or delete it.",
                error
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(
                path,
                0,
                $"{error.Message} Save it from narration-report.html, and name it with its path from the project.",
                error
            );
        }
    }

    private static NarrationException Unreadable(string path, int line, string what, Exception? cause = null) =>
        new(QualityFindings.AuditUnreadable.At(new(path, line, line), $"{Path.GetFileName(path)} cannot be read: {what}"), cause);
}
