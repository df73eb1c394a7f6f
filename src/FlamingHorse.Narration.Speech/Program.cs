using System.Text;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Protocol;
using FlamingHorse.Narration.Speech.Protocol.Listening;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using FlamingHorse.Narration.Speech.Protocol.Speaking;
using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech;

/// <summary>The program's entry point; its arguments select the job.</summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet FlamingHorse.Narration.Speech.dll               the worker protocol on stdin and stdout
               dotnet FlamingHorse.Narration.Speech.dll --prepare     checks; a JSON request on stdin, a JSON object a line on stdout
               dotnet FlamingHorse.Narration.Speech.dll --phonemes    lines of text on stdin, a line of phonemes for each on stdout
          --die-with-parent   also end when the starting process ends, whatever becomes of stdin
        """;

    /// <summary>Runs the job. It never returns while native threads run: every job ends the process itself.</summary>
    private static int Main(string[] arguments)
    {
        if (Telemetry.StartAgainWithoutIt(arguments) is { } exitCode)
        {
            return exitCode;
        }

        ProcessEnd.ByDefaultSignal();
        using var output = StandardStreams.ClaimOutput();
        if (arguments.Contains("--die-with-parent"))
        {
            ProcessEnd.WithParent();
        }

        var code = arguments.Where(argument => argument != "--die-with-parent").ToList() switch
        {
            [] => Serve(output),
            ["--prepare"] => Prepare(output),
            ["--phonemes"] => ReadLines(output),
            _ => Explain(),
        };
        Console.Error.Flush();
        ProcessEnd.Now(code);
        return code;
    }

    private static int Serve(Stream output)
    {
        var channel = new Channel(output, () => ProcessEnd.Now(1));
        return new Session(StandardStreams.OpenInput(), channel, Parts(channel), Console.Error).Run(() => ProcessEnd.Now(0));
    }

    private static int Prepare(Stream output)
    {
        using var request = new MemoryStream();
        StandardStreams.OpenInput().CopyTo(request);
        var channel = new Channel(output, () => ProcessEnd.Now(1));
        return new Preparation(channel, Parts(channel)).Run(request.ToArray());
    }

    private static int ReadLines(Stream output)
    {
        var voice = new VoiceCatalog([VoiceCatalog.Shipped]).Find(VoiceCatalog.DefaultVoice)
            ?? throw new Fault(FaultCode.NoModel, "The voice's folder is not beside the program.");
        using var lines = new StreamReader(StandardStreams.OpenInput(), new UTF8Encoding(false));
        using var answers = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        var mode = new PhonemeMode(EnglishReader.Load(voice.Folder));
        while (lines.ReadLine() is { } line)
        {
            answers.WriteLine(mode.Read(line));
        }

        return 0;
    }

    private static int Explain()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    /// <summary>What this program can do.</summary>
    private static IReadOnlyList<IPart> Parts(Channel channel) =>
        [
            new SpeakingPart(channel, Platform.Current, new VoiceLoader(EnglishText.Load), Hub(KnownModels.Voices), Console.Error),
            new ListeningPart(channel, EarSupport.Current, EnglishText.Load, Hub(KnownModels.Recognizers), Console.Error),
        ];

#pragma warning disable RS0030 // a separate program reads its own environment
    private static ModelHub Hub(IReadOnlyList<RemoteFile> files) => new(files, Environment.GetEnvironmentVariable(ModelHub.Variable));
#pragma warning restore RS0030
}
