using System.Text;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Benchmark.Generation;

/// <summary>A compilation of so many segments, fifty to a type, as a build hands it to the compiler.</summary>
internal sealed class Lesson
{
    private const int SegmentsInType = 50;

    public Lesson(int size)
    {
        Size = size;
        Compilation = CSharpCompilation.Create(
            "Lesson",
            Enumerable.Range(0, size / SegmentsInType).Select(type => Parse(Source(type, "This is")).WithFilePath($"Scene{type}.cs")),
            References(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        Manifest = new ManifestFile(
            ManifestWriter.Write(
                new()
                {
                    RootNamespace = "Lesson",
                    ClassName = "Narration",
                    Segments = [.. Enumerable.Range(0, size).Select(Segment).OrderBy(s => s.Id, StringComparer.Ordinal)],
                }
            )
        );
    }

    public int Size { get; }

    public CSharpCompilation Compilation { get; }

    public AdditionalText Manifest { get; }

    public CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    public AnalyzerConfigOptionsProvider Options { get; } = new BuildProperties(new() { ["build_property.RootNamespace"] = "Lesson" });

    public CSharpCompilation WithUnrelated(int edit) => Compilation.AddSyntaxTrees(Parse($"class Unrelated{edit};"));

    public CSharpCompilation WithAnotherText()
    {
        var tree = Compilation.SyntaxTrees[0];
        return Compilation.ReplaceSyntaxTree(
            tree,
            Parse(tree.ToString().Replace("step 7 ", "another step ", StringComparison.Ordinal)).WithFilePath(tree.FilePath)
        );
    }

    private static string Source(int type, string beginning)
    {
        var code = new StringBuilder("using FlamingHorse.Narration;\nnamespace Lesson;\npublic static partial class Scene")
            .Append(type)
            .Append("\n{\n");
        for (var line = 0; line < SegmentsInType; line++)
        {
            code.Append("    [Narration(\"")
                .Append(beginning)
                .Append(" step ")
                .Append((type * SegmentsInType) + line)
                .Append(" of it.\")]\n    public static partial NarrationSegment Line")
                .Append(line)
                .Append(" { get; }\n");
        }

        return code.Append("}\n").ToString();
    }

    private static ManifestSegment Segment(int number)
    {
        var id = $"Scene{number / SegmentsInType}.Line{number % SegmentsInType}";
        return new()
        {
            Id = id,
            Origin = SegmentOrigin.CSharp,
            Member = $"Lesson.{id}",
            Text = $"This is step {number} of it.",
            Spoken = $"This is step {number} of it.",
            Voice = "narrator",
            SampleCount = 48_000 + number,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = 40_000,
            AudioHash = "0123abcd",
            AudioFile = $"narration/Lesson/{id}.wav",
        };
    }

    private SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions);

    private static IEnumerable<MetadataReference> References() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll"
                )
                .Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(NarrationSegment).Assembly.Location),
        ];

    private sealed class ManifestFile(string text) : AdditionalText
    {
        public override string Path => "/lesson/obj/Debug/net10.0/narration/manifest.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class BuildProperties(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(Dictionary<string, string> properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                properties.TryGetValue(key, out value);
        }
    }
}
