using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>The files of <c>NarrationLexicon</c> items.</summary>
internal static class Lexicons
{
    /// <summary>All of them as one; where they disagree, the later wins.</summary>
    /// <param name="paths">Absolute.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static Lexicon Read(IEnumerable<string> paths, ICollection<Finding> findings)
    {
        var lexicons = new List<Lexicon>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                lexicons.Add(Lexicon.Parse(File.ReadAllText(path), path, findings));
            }
            else
            {
                findings.Add(
                    ScriptFindings.InvalidLexicon.At(
                        new(path),
                        $"The lexicon '{path}' does not exist. Create it, or remove the NarrationLexicon item."
                    )
                );
            }
        }

        return Lexicon.Combine(lexicons);
    }
}
