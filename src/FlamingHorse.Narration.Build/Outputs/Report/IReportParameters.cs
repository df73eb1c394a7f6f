using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Outputs.Report;

/// <summary>What the targets say about the project whose page is written. Folders and files are absolute.</summary>
internal interface IReportParameters
{
    string ProjectFile { get; }

    string ProjectDirectory { get; }

    string AssemblyName { get; }

    string RootNamespace { get; }

    /// <summary>Empty in a project with one.</summary>
    string TargetFramework { get; }

    string IntermediateDirectory { get; }

    /// <summary>Where the app is.</summary>
    string OutputDirectory { get; }

    string LockFile { get; }

    /// <summary>Root of the unpacked package.</summary>
    string PackageDirectory { get; }

    string ManifestFile { get; }

    ITaskItem[] Narration { get; }

    ITaskItem[] Scripts { get; }

    ITaskItem[] Lexicons { get; }

    /// <summary>Files of LaTeX macros.</summary>
    ITaskItem[] Macros { get; }

    /// <summary>See <see cref="Script.Segments.SourceLinks.Parse"/>.</summary>
    string Links { get; }
}
