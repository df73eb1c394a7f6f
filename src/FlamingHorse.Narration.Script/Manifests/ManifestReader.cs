namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>Reads what <see cref="ManifestWriter"/> writes, and any JSON of the same shape. Unknown members are skipped.</summary>
public static class ManifestReader
{
    /// <exception cref="FormatException">The text is not a manifest, or has another schema; the message names the line.</exception>
    public static NarrationManifest Read(string text)
    {
        var json = new JsonReader(text);
        var schema = 0L;
        string rootNamespace = "",
            className = "";
        var isDesignTime = false;
        IReadOnlyList<ManifestSegment>? segments = null;

        json.BeginObject();
        while (json.NextMember() is { } name)
        {
            switch (name)
            {
                case "schema":
                    schema = json.ReadNumber();
                    break;
                case "rootNamespace":
                    rootNamespace = json.ReadString();
                    break;
                case "className":
                    className = json.ReadString();
                    break;
                case "designTime":
                    isDesignTime = json.ReadBoolean();
                    break;
                case "segments":
                    segments = ReadSegments(json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        json.End();
        if (schema != NarrationManifest.CurrentSchema)
            throw json.Error($"schema {schema} is not {NarrationManifest.CurrentSchema}");

        return new NarrationManifest
        {
            RootNamespace = rootNamespace,
            ClassName = className,
            IsDesignTime = isDesignTime,
            Segments = segments ?? throw json.Error("there are no segments"),
        };
    }

    private static List<ManifestSegment> ReadSegments(JsonReader json)
    {
        var segments = new List<ManifestSegment>();
        json.BeginArray();
        while (json.NextElement())
            segments.Add(ManifestSegmentReader.Read(json));

        return segments;
    }
}
