namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// A process of MSBuild that stays for the next build, as in an editor or with <c>DOTNET_CLI_USE_MSBUILD_SERVER=1</c>. It runs one build
/// at a time, which costs a third of the processor's time of a build in a process of its own. Disposed of, it is free for another test.
/// </summary>
/// <param name="all">Where it is given back to.</param>
/// <param name="name">MSBuild hashes it into the name of the pipe, and so tells the processes apart.</param>
public sealed class BuildServer(BuildServers all, string name) : IDisposable
{
    /// <summary>Variables of a command that is to build in this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
            ["MSBUILDNODEHANDSHAKESALT"] = name,
            // "1" turns the server off too.
            ["MSBUILDDISABLENODEREUSE"] = "0",
        };

    public void Dispose() => all.Return(this);
}
