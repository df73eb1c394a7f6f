namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>Reads the cues of a segment of a manifest.</summary>
internal static class ManifestCueReader
{
    public static List<ManifestCue> ReadAll(JsonReader json)
    {
        var cues = new List<ManifestCue>();
        json.BeginArray();
        while (json.NextElement())
        {
            string? cueName = null;
            var sample = 0L;
            var isEstimated = false;

            json.BeginObject();
            while (json.NextMember() is { } name)
            {
                switch (name)
                {
                    case "name":
                        cueName = json.ReadString();
                        break;
                    case "sample":
                        sample = json.ReadNumber();
                        break;
                    case "estimated":
                        isEstimated = json.ReadBoolean();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            cues.Add(new ManifestCue(cueName ?? throw json.Error("a cue has no name"), sample, isEstimated));
        }

        return cues;
    }
}
