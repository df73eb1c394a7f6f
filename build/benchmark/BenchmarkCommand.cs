using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>The options of the benchmark, by System.CommandLine: help, suggestions and messages are its own.</summary>
internal static class BenchmarkCommand
{
    private static readonly Option<string> _repository = new("--repository")
    {
        Description = "folder of the repository",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string> _backend = new Option<string>("--backend")
    {
        Description = "what is measured",
        DefaultValueFactory = _ => "scripted",
    }.AcceptOnlyFromAmong("scripted", "mlx", "neural", "listen", "formulas");

    private static readonly Option<IReadOnlyList<int>> _sizes = new("--sizes")
    {
        Description = "segments of the projects that are measured, such as 100,1000,10000",
        DefaultValueFactory = _ => [100, 1000],
        CustomParser = ParseSizes,
    };

    private static readonly Option<int> _runs = new("--runs")
    {
        Description = "builds behind every figure; the median counts",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<string> _python = new("--python")
    {
        Description = "for mlx: the interpreter",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> _voice = new("--voice")
    {
        Description = "for mlx: a folder with ref.wav and ref.txt",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> _model = new("--model")
    {
        Description = "for mlx: a model; for listen: the file of a Whisper model",
        DefaultValueFactory = _ => "",
    };

    /// <summary>Runs the benchmark that the arguments ask for; help and what is wrong with them are printed instead.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Func<Options, int> run)
    {
        var command = new RootCommand("Measures the packed package and prints tables, figures beside goals.")
        {
            _repository,
            _backend,
            _sizes,
            _runs,
            _python,
            _voice,
            _model,
        };
        command.SetAction(result => run(Read(result)));
        // What a benchmark throws is its caller's to tell.
        return command.Parse(arguments).Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    private static Options Read(ParseResult result) =>
        new()
        {
            Repository = Path.GetFullPath(result.GetRequiredValue(_repository)),
            Backend = result.GetRequiredValue(_backend),
            Sizes = result.GetRequiredValue(_sizes),
            Runs = result.GetRequiredValue(_runs),
            Python = result.GetRequiredValue(_python),
            Voice = result.GetRequiredValue(_voice) is { Length: > 0 } voice ? Path.GetFullPath(voice) : "",
            Model = result.GetRequiredValue(_model),
        };

    private static List<int> ParseSizes(ArgumentResult result)
    {
        var sizes = new List<int>();
        foreach (var number in result.Tokens.SelectMany(token => token.Value.Split(',', ' ')))
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
            {
                sizes.Add(size);
            }
            else
            {
                result.AddError($"'{number}' is no number of segments: write --sizes 100,1000.");
            }
        }

        return sizes;
    }
}
