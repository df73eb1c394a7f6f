using System.Xml;
using System.Xml.Linq;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Finds <c>Narration</c> elements and their lines: items themselves know only the file that they come from.</summary>
internal static class ItemDeclarations
{
    public static IReadOnlyList<ItemDeclaration> Read(string projectFile)
    {
        try
        {
            return
            [
                .. XDocument
                    .Load(projectFile, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace)
                    .Descendants()
                    .Where(e =>
                        e.Name.LocalName == "Narration" && e.Attribute("Include") is not null && e.Parent?.Name.LocalName == "ItemGroup"
                    )
                    .Select(e => Declaration(e, projectFile)),
            ];
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return []; // places are a courtesy; what is wrong with the file is MSBuild's to say
        }
    }

    private static ItemDeclaration Declaration(XElement element, string file)
    {
        var line = (IXmlLineInfo)element;
        XObject? text = element.Attribute("Text");
        text ??= element.Elements().FirstOrDefault(e => e.Name.LocalName == "Text");
        var textLine = (IXmlLineInfo?)text;
        return new(
            element.Attribute("Include")!.Value,
            (text as XAttribute)?.Value ?? (text as XElement)?.Value,
            new(file, line.LineNumber, line.LinePosition),
            textLine is null ? null : new(file, textLine.LineNumber, textLine.LinePosition),
            element.AncestorsAndSelf().Any(e => e.Attribute("Condition") is not null || e.Name.LocalName is "Choose" or "Target")
        );
    }
}
