using System.Xml;
using System.Xml.Linq;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Where properties of this package are set. Those of files that the project imports are not known.</summary>
/// <param name="InProject">Places in the project file; of a property that is set twice the last.</param>
/// <param name="OnCommandLine">Names of global properties; they win over the project file.</param>
internal sealed record PropertyDeclarations(IReadOnlyDictionary<string, SourcePlace> InProject, IReadOnlyList<string> OnCommandLine)
{
    public static PropertyDeclarations Read(string projectFile, IReadOnlyList<string> onCommandLine)
    {
        var places = new Dictionary<string, SourcePlace>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var element in XDocument.Load(projectFile, LoadOptions.SetLineInfo).Descendants())
            {
                var line = (IXmlLineInfo)element;
                if (
                    element.Parent?.Name.LocalName == "PropertyGroup"
                    && element.Name.LocalName.StartsWith(GlobalProperties.Prefix, StringComparison.OrdinalIgnoreCase)
                )
                {
                    places[element.Name.LocalName] = new(projectFile, line.LineNumber, line.LinePosition);
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // Without places: what is wrong with the file is MSBuild's to say.
        }

        return new(places, onCommandLine);
    }

    /// <summary>Where the property got its value; null when that is another file or the command line.</summary>
    public SourcePlace? FindPlace(string name) =>
        OnCommandLine.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : InProject.GetValueOrDefault(name);
}
