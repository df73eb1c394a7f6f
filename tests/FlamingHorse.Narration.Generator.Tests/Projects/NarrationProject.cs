using System.Text;
using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Tests.Projects;

/// <summary>A project as the build would hand it to the compiler: sources, options, and a manifest of what the real scan reads.</summary>
internal sealed record NarrationProject
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll"
                )
                .Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(NarrationSegment).Assembly.Location),
        ]
    );

    public required IReadOnlyList<(string Path, string Text)> Sources { get; init; }

    public string AssemblyName { get; init; } = "Lesson";

    public IReadOnlyList<Compilation> ProjectReferences { get; init; } = [];

    public string RootNamespace { get; init; } = "Lesson";

    public string? ClassName { get; init; }

    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Null for a build whose targets did not run.</summary>
    public NarrationManifest? Manifest { get; init; }

    public static NarrationProject Of(params string[] sources) =>
        new() { Sources = [.. sources.Select((text, i) => ($"Scene{i}.cs", text))] };

    /// <summary>As a real build leaves it: every annotation that the scan reads has audio.</summary>
    public NarrationProject Built(params ManifestSegment[] items) => this with { Manifest = ManifestOf(items, isDesignTime: false) };

    /// <summary>As an editor has it.</summary>
    public NarrationProject InEditor(params ManifestSegment[] items) => this with { Manifest = ManifestOf(items, isDesignTime: true) };

    public CSharpParseOptions ParseOptions => new(LanguageVersion.CSharp13, DocumentationMode.Parse, SourceCodeKind.Regular, Symbols);

    public IReadOnlyList<AdditionalText> AdditionalFiles =>
        Manifest is null
            ? []
            :
            [
                new TextFile(
                    $"/app/obj/Debug/net10.0/narration/{(Manifest.IsDesignTime ? "design/" : "")}manifest.json",
                    ManifestWriter.Write(Manifest)
                ),
            ];

    public BuildOptions Options
    {
        get
        {
            var properties = new Dictionary<string, string> { ["build_property.RootNamespace"] = RootNamespace };
            if (ClassName is not null)
                properties["build_property.NarrationClassName"] = ClassName;

            return new BuildOptions(properties);
        }
    }

    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            AssemblyName,
            Sources.Select(source => Parse(source.Path, source.Text)),
            [.. References.Value, .. ProjectReferences.Select(reference => reference.ToMetadataReference())],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    public SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    public static ManifestSegment Item(string id, string text) =>
        Segment(
            new ScriptSegment
            {
                Id = id,
                Text = text,
                Origin = SegmentOrigin.Item,
                Place = new("Lesson.csproj"),
            }
        );

    private NarrationManifest ManifestOf(ManifestSegment[] items, bool isDesignTime) =>
        new()
        {
            RootNamespace = RootNamespace,
            ClassName = ClassName ?? "Narration",
            IsDesignTime = isDesignTime,
            Segments = [.. Scan().Select(Segment).Concat(items).OrderBy(segment => segment.Id, StringComparer.Ordinal)],
        };

    private IEnumerable<ScriptSegment> Scan()
    {
        var settings = new ScanSettings(RootNamespace, "13.0", Symbols, []);
        return Sources
            .Where(source => AnnotationMention.Mentions(source.Text))
            .SelectMany(source => AnnotationScan.Read(source.Path, source.Text, settings, CancellationToken.None).Segments);
    }

    private static ManifestSegment Segment(ScriptSegment segment)
    {
        // Another length for another id, as real takes have.
        var reading = SegmentReading.Of(segment, Lexicon.Empty, FormulaRules.Default, "English");
        var samples = 24_000 + (segment.Id.Sum(c => (long)c) * 100);
        return new ManifestSegment
        {
            Id = segment.Id,
            Origin = segment.Origin,
            Member = segment.Member,
            Text = segment.Text,
            SpokenAs = segment.SpokenAs,
            VoiceAsWritten = segment.Voice,
            LanguageAsWritten = segment.Language,
            Caption = reading.HasFormula ? reading.Caption : null,
            Spoken = reading.Spoken,
            Voice = segment.Voice ?? "narrator",
            Model = "slt",
            SampleCount = samples,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = samples - 4_800,
            AudioHash = "0123abcd",
            AudioFile = $"narration/Lesson/{SegmentId.FileName(segment.Id)}.wav",
            Cues = [.. MarkedText.Parse(segment.Text).Marks.Select((mark, i) => new ManifestCue(mark.Name, 4_801 + (i * 2_400), true))],
        };
    }
}
