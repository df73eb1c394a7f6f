using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>
/// <c>narration_script.py</c>: the literal dictionary that is assigned to <c>SCRIPT</c> at the top level. Other statements are passed over,
/// as far as they cannot change it; one that could is an error, for what Python would say after running it cannot be known here.
/// </summary>
internal static class PythonScript
{
    private const string Variable = "SCRIPT";

    public static IReadOnlyList<ScriptSegment> Read(string text, string file, ICollection<Finding> findings)
    {
        try
        {
            return Read(new PythonLexer(new TextCursor(text, file)).Read(), file, findings);
        }
        catch (PythonSyntaxException error)
        {
            Report(findings, error.Place, error.Message);
            return [];
        }
    }

    private static IReadOnlyList<ScriptSegment> Read(IReadOnlyList<PythonToken> tokens, string file, ICollection<Finding> findings)
    {
        IReadOnlyList<ScriptSegment>? segments = null;
        var isTold = false;
        foreach (var statement in PythonStatements.Split(tokens))
        {
            if (AssignedAt(statement) is { } value)
            {
                if (segments is not null)
                {
                    Report(findings, statement[0].Place, $"{Variable} is assigned a second time; keep one dictionary");
                    continue;
                }

                segments = new PythonDictionary(statement, value, findings).Read();
            }
            else if (PythonStatements.RunsNothing(statement))
            {
                continue;
            }
            else if (statement.FirstOrDefault(token => token.Kind == PythonTokenKind.Name && token.Value == Variable) is { } mention)
            {
                Report(
                    findings,
                    mention.Place,
                    $"this statement may change {Variable}, and nothing here is executed; write the texts into the dictionary, or move "
                        + $"the statement to a file that imports it"
                );
            }
            else if (!isTold)
            {
                isTold = true;
                findings.Add(
                    ScriptFindings.ScriptPartIgnored.At(
                        statement[0].Place,
                        $"Only the dictionary {Variable} is read; this statement is neither executed nor taken into account. Move it to "
                            + $"another file."
                    )
                );
            }
        }

        if (segments is null && findings.All(finding => finding.Kind != ScriptFindings.InvalidScriptFile || finding.Place?.File != file))
        {
            Report(findings, new(file), $"it has no top-level {Variable} = {{\"id\": \"text\", …}}");
        }

        return segments ?? [];
    }

    /// <summary>Where the value begins in <c>SCRIPT = …</c> or <c>SCRIPT: annotation = …</c>.</summary>
    private static int? AssignedAt(IReadOnlyList<PythonToken> statement)
    {
        if (statement[0] is not { Kind: PythonTokenKind.Name, Value: Variable } || statement.Count < 2)
        {
            return null;
        }

        if (statement[1].Is("="))
        {
            return 2;
        }

        var equals = statement[1].Is(":") ? statement.ToList().FindIndex(token => token.Is("=")) : -1;
        return equals > 0 ? equals + 1 : null;
    }

    public static void Report(ICollection<Finding> findings, SourcePlace place, string problem) =>
        findings.Add(ScriptFindings.InvalidScriptFile.At(place, $"{Path.GetFileName(place.File)} cannot be read: {problem}."));
}
