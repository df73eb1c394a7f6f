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
            // To the CLI, and to MSBuild itself.
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
            ["MSBUILDUSESERVER"] = "1",
            ["MSBUILDNODEHANDSHAKESALT"] = name,
            // "1" turns the server off too.
            ["MSBUILDDISABLENODEREUSE"] = "0",
        };

    /// <summary>The argument by which the server itself writes down what it prints.</summary>
    public static string LogTo(string file) => $"-flp:logfile={file};verbosity=minimal;summary";

    /// <summary>
    /// How a build ended and what it printed. The server hangs up as soon as it has sent the result, and MSBuild's client (in
    /// <c>MSBuildClient.Execute</c>) looks for a broken connection before it looks for packets: when both are there, it drops what the
    /// server sent and ends with 1. The server's own log was complete by then.
    /// </summary>
    /// <param name="code">The client's exit code.</param>
    /// <param name="output">What the client printed.</param>
    /// <param name="log">The file of <see cref="LogTo"/>.</param>
    public static (int Code, string Output) Outcome(int code, string output, string log)
    {
        if (code != 1 || output.Contains("Build FAILED.", StringComparison.Ordinal) || !File.Exists(log))
        {
            return (code, output);
        }

        var written = File.ReadAllText(log);
        return (written.Contains("Build succeeded.", StringComparison.Ordinal) ? 0 : code, written);
    }

    public void Dispose() => all.Return(this);
}
