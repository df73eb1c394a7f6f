namespace FlamingHorse.Narration.Acceptance.Mlx;

/// <summary>A machine whose MLX environment is the stand-in, and a lesson with a cloned narrator.</summary>
public abstract class MlxTest : AcceptanceTest
{
    private StandIn? _mlx;

    protected StandIn Mlx => _mlx ??= new(Path.Combine(Machine.Root, "mlx environment")); // with a space, as user folders have

    /// <summary>Voice and backend are set; there is nothing to say yet.</summary>
    protected LessonProject NewLesson(string name = "Lesson")
    {
        var lesson = Machine
            .NewProject(name)
            .Set("NarrationBackend", "mlx")
            .Set("NarrationWorkerCommand", null)
            .Set("NarrationPython", Mlx.Python)
            .Set("NarrationVoiceDirectory", "voice");
        WriteReference(lesson, "voice", 200);
        return lesson;
    }

    /// <summary>Five seconds of one tone, and a transcript that could be theirs.</summary>
    protected static void WriteReference(
        LessonProject lesson,
        string folder,
        double hertz,
        string transcript = "A tone of five seconds that passes for a voice."
    )
    {
        Sine.Write(lesson.At($"{folder}/ref.wav"), hertz);
        lesson.Write($"{folder}/ref.txt", transcript + "\n");
    }

    /// <summary>So many texts, all different in words and in length.</summary>
    protected static IEnumerable<(string Member, string Text)> Lines(int count)
    {
        string[] things =
        [
            "a matrix",
            "a vector",
            "an angle",
            "the circle",
            "this square",
            "the sum",
            "a limit",
            "one root",
            "the slope",
            "a prime",
        ];
        string[] deeds =
        [
            "turns the plane around its middle",
            "tells how far it goes",
            "has more than one name",
            "stays where it was before",
            "is easy to draw by hand",
        ];
        return Enumerable
            .Range(0, count)
            .Select(n =>
                (
                    $"Line{n + 1}",
                    $"In step {n + 1} we see why {things[n % 10]} {deeds[n / 10 % 5]}{(n % 3 == 0 ? ", and what follows" : "")}."
                )
            );
    }

    protected static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
