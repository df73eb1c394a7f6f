using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>Lessons that several tests open.</summary>
internal static class Lessons
{
    /// <summary>
    /// A dozen segments with everything that a page can show: cues, other words, flags, movement, an estimate, hostile text.
    /// </summary>
    public static Lesson Matrix(string folder)
    {
        var reference = Path.Combine(folder, "voices", "ref.wav");
        Directory.CreateDirectory(Path.GetDirectoryName(reference)!);
        File.WriteAllBytes(reference, Flite.Speak("The quick brown fox jumps over the lazy dog, and then it rests for a while."));
        var lesson = new Lesson(folder)
        {
            Settings = new()
            {
                Backend = "system",
                Voices = new Dictionary<string, VoiceSettings>(StringComparer.OrdinalIgnoreCase)
                {
                    ["narrator"] = new("narrator")
                    {
                        ReferenceAudio = reference,
                        Transcript = "The quick brown fox jumps over the lazy dog, and then it rests for a while.",
                        Cut = new ReferenceCut(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2.5)),
                    },
                },
            },
        };
        return lesson
            .Add("Scenes.Intro.Welcome", "Welcome to this video on matrix multiplication.", place: "Scenes/Intro.cs:8", source: "upToDate")
            .Add(
                "Scenes.Intro.Definition",
                "A matrix is a rectangular table of numbers, and every matrix describes a linear map.",
                place: "Scenes/Intro.cs:11",
                before: 5.1
            )
            .Add(
                "Scenes.Intro.Meaning",
                "Multiplying two matrices means doing one map after the other.",
                place: "Scenes/Intro.cs:14",
                source: "localCache"
            )
            .Add(
                "Scenes.Intro.Doubt",
                "But why does the rule for the entries look so complicated?",
                place: "Scenes/Intro.cs:17",
                voice: "guest",
                attempts: 3,
                source: "remoteCache"
            )
            .Add(
                "Scenes.Product.Rule",
                "Each entry of the product sums the products of a <mark name='row'/>row of the first matrix and a <mark "
                    + "name='column'/>column of the second.",
                place: "Scenes/Product.cs:9",
                before: 6.9,
                flags: ["long-pause"]
            )
            .Add(
                "Scenes.Product.Formula",
                "c_ij = Σ a_ik · b_kj",
                spokenAs: "C, i, j, is the sum, over k, of A, i, k, times B, k, j.",
                place: "Scenes/Product.cs:12"
            )
            .Add(
                "Scenes.Product.Example",
                "For example, take the first row, 1 and 2, and the first column, 3 and 4: one times three plus two times four is 11.",
                place: "Scenes/Product.cs:15",
                source: "upToDate"
            )
            .Add(
                "Scenes.Product.Condition",
                "The number of columns of the first must equal the number of rows of the second.",
                place: "Scenes/Product.cs:18",
                source: "upToDate"
            )
            .Add(
                "Scenes.Product.Sizes",
                "A two by three matrix times a three by four matrix gives a two by four matrix.",
                place: "Scenes/Product.cs:21",
                estimated: true
            )
            .Add(
                "Scenes.Outro.Summary",
                "So the product of two matrices is the matrix of the combined map.",
                place: "Scenes/Outro.cs:8",
                source: "upToDate"
            )
            .Add(
                "Scenes.Outro.Script",
                "</script><script>window.hostile = 1</script><img src=x onerror='window.hostile = 2'> is just text.",
                spokenAs: "This is just text.",
                place: "Scenes/Outro.cs:11",
                source: "upToDate"
            )
            .Add("Scenes.Outro.Goodbye", "Thank you for watching, and goodbye.", place: "Scenes/Outro.cs:14", source: "upToDate");
    }

    /// <summary>Many segments, few of them different in sound.</summary>
    public static Lesson Long(string folder, int segments)
    {
        string[] texts =
        [
            "Every vector of the plane is a sum of the two vectors of the basis.",
            "A rotation keeps all lengths and all angles.",
            "We look at what happens to the first vector of the basis, and then at the second.",
            "The determinant tells by how much an area grows.",
            "If it is zero, the map squeezes the plane into a line, and there is no way back from there.",
        ];
        var lesson = new Lesson(folder, "LongCourse");
        for (var i = 0; i < segments; i++)
        {
            var sound = WavFile.Write(Scaled(WavFile.Read(Flite.Speak(texts[i % texts.Length])), 0.5f + i % 7 * 0.05f));
            lesson.Add(
                $"Course.Scene{i / 20:00}.Step{i % 20:00}",
                texts[i % texts.Length],
                sound: sound,
                place: $"Course/Scene{i / 20:00}.cs:{10 + i % 20 * 3}",
                attempts: i % 50 == 7 ? 2 : 1,
                before: i % 40 == 3 ? 3 : null
            );
        }

        return lesson;
    }

    private static MonoSignal Scaled(MonoSignal signal, float gain) => signal with { Samples = [.. signal.Samples.Select(s => s * gain)] };
}
