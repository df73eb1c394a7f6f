using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>A form in which a built script goes to another tool.</summary>
public interface IExportFormat
{
    /// <summary>What <c>NarrationExportFormat</c> calls it.</summary>
    string Name { get; }

    /// <summary>Where its files go, or how their names end; in Markdown for the manual.</summary>
    string Files { get; }

    /// <summary>What it holds, in one line of Markdown for the manual.</summary>
    string Documentation { get; }

    /// <summary>Writes its files; one whose content would not change is left as it is.</summary>
    /// <returns>The files that are there now, absolute, in the order written.</returns>
    /// <exception cref="NarrationException">It cannot be had, and nothing of it is written.</exception>
    Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation);
}
