using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tests;

/// <summary>What page, tracks and exports play is what lies beside the app, and only where it is the take at the project's level.</summary>
public sealed class PlacedClipsTests : IDisposable
{
    private const string File = "narration/App/A.B.wav";

    private static readonly byte[] _take = WavFile.Write(Tone(440));

    private readonly TemporaryFolder _folder = new();
    private readonly OneTake _store;
    private double? _level = -23;

    public PlacedClipsTests()
    {
        Directory.CreateDirectory(_folder["obj"]);
        _store = new() { Path = _folder.Write("store/take", "") };
        System.IO.File.WriteAllBytes(_store.Path, _take);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_clip_beside_the_app_is_played()
    {
        await PlaceAsync();
        (await FindAsync()).ShouldBe(Beside);
        Loudness(Beside).ShouldBe(-23, 0.1);
    }

    [Fact]
    public async Task Another_file_in_its_place_is_not_played_and_the_stores_take_is_at_the_projects_level()
    {
        await PlaceAsync();
        System.IO.File.WriteAllBytes(Beside, WavFile.Write(Tone(880)));

        var found = (await FindAsync()).ShouldNotBeNull();

        found.ShouldNotBe(Beside);
        found.ShouldNotBe(_store.Path);
        Loudness(found).ShouldBe(-23, 0.1);
        System.IO.File.ReadAllBytes(_store.Path!).ShouldBe(_take);
    }

    [Fact]
    public async Task A_clip_of_another_level_is_not_played()
    {
        await PlaceAsync();
        _level = -30;
        Loudness((await FindAsync()).ShouldNotBeNull()).ShouldBe(-30, 0.1);
    }

    [Fact]
    public async Task Without_a_level_the_stores_own_file_is_played()
    {
        _level = null;
        (await FindAsync()).ShouldBe(_store.Path);
    }

    [Fact]
    public async Task Another_file_beside_the_app_is_not_played_where_the_store_has_no_take()
    {
        await PlaceAsync();
        System.IO.File.WriteAllBytes(Beside, WavFile.Write(Tone(880)));
        _store.Path = null;
        (await FindAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task After_a_change_of_the_level_the_clips_beside_the_app_are_not_current()
    {
        await PlaceAsync();
        CopiedAudioIndex.ForgetOtherLevel(_folder["obj"], _level);
        CopiedAudioIndex.Read(_folder["obj"]).Entries.Count.ShouldBe(1);

        CopiedAudioIndex.ForgetOtherLevel(_folder["obj"], -18);
        CopiedAudioIndex.Read(_folder["obj"]).Entries.ShouldBeEmpty();
    }

    private string Beside => _folder["app", "narration", "App", "A.B.wav"];

    private async Task PlaceAsync() =>
        (
            await new AudioCopy(
                (_, _) => ValueTask.FromResult(_store.Path),
                Path.GetDirectoryName(Beside)!,
                _level,
                _ => { },
                FileReplacement.OfThisSystem
            ).RunAsync(
                new()
                {
                    RootNamespace = "",
                    ClassName = "Narration",
                    Segments = [Segment],
                },
                CopiedAudioIndex.Read(_folder["obj"]),
                CancellationToken.None
            )
        ).ShouldBeEmpty();

    private ValueTask<string?> FindAsync() =>
        new PlacedClips(_folder["obj"], _folder["app"], _store, _level).FindAsync(Segment, CancellationToken.None);

    private static ManifestSegment Segment =>
        new()
        {
            Id = "A.B",
            Origin = SegmentOrigin.CSharp,
            Text = "Welcome.",
            Spoken = "Welcome.",
            Voice = "narrator",
            SampleCount = 24_000,
            SampleRate = 24_000,
            SpeechStart = 0,
            SpeechEnd = 24_000,
            AudioHash = Digest.HashOf(_take),
            AudioFile = File,
        };

    private static double Loudness(string path)
    {
        var clip = WavFile.Read(System.IO.File.ReadAllBytes(path));
        return ClipLevel.Measure(clip, 0, clip.Samples.Length)!.Value;
    }

    private static MonoSignal Tone(double hertz) =>
        new([.. Enumerable.Range(0, 24_000).Select(i => (float)(0.3 * Math.Sin(2 * Math.PI * hertz * i / 24_000)))], 24_000);

    private sealed class OneTake : IClipStore
    {
        public string? Path { get; set; }

        public ValueTask<StoredClip?> FindAsync(ActionKey key, CancellationToken cancellation) => ValueTask.FromResult<StoredClip?>(null);

        public ValueTask<(string Path, ClipSource Source)?> FindAudioAsync(string sha256, CancellationToken cancellation) =>
            ValueTask.FromResult<(string, ClipSource)?>(Path is { } path ? (path, ClipSource.Local) : null);

        public ValueTask<StoredClip> AddAsync(ClipRecord record, ReadOnlyMemory<byte> wav, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public IDisposable? TryLock(ActionKey key) => null;
    }
}
