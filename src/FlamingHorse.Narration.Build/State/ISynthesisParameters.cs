using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.State;

/// <summary>What the targets pass to the synthesis task, as written in the project.</summary>
internal interface ISynthesisParameters
{
    string ProjectFile { get; }

    string AssemblyName { get; }

    string RootNamespace { get; }

    string TargetFramework { get; }

    bool IsOnlyFramework { get; }

    string ClassName { get; }

    string IntermediateDirectory { get; }

    string OutputDirectory { get; }

    string LockFile { get; }

    ITaskItem[] Sources { get; }

    string DefineConstants { get; }

    string LangVersion { get; }

    string Features { get; }

    ITaskItem[] Narration { get; }

    ITaskItem[] Voices { get; }

    ITaskItem[] Lexicons { get; }

    ITaskItem[] Macros { get; }

    ITaskItem[] Scripts { get; }

    ITaskItem[] Recordings { get; }

    /// <summary>A line <c>Name=value</c> for each setting.</summary>
    string Settings { get; }

    /// <summary>See <see cref="Script.Segments.SourceLinks.Parse"/>.</summary>
    string Links { get; }

    bool DesignTime { get; }

    /// <summary>Knows the properties of the command line.</summary>
    IBuildEngine BuildEngine { get; }
}
