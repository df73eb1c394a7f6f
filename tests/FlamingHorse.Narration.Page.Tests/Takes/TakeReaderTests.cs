using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Page.Tests.Support;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Page.Tests.Takes;

public sealed class TakeReaderTests : IDisposable
{
    private static readonly byte[] Take = WavFile.Write(Tone(440));
    private static readonly byte[] OtherTake = WavFile.Write(Tone(880));

    private readonly string _folder = Directory.CreateTempSubdirectory("takes ").FullName;
    private readonly FakeStore _store = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_take_beside_the_app_is_shown()
    {
        var beside = Put("narration/App/A.B.wav", Take);
        (await PathAsync()).ShouldBe(beside);
    }

    [Fact]
    public async Task Another_take_beside_the_app_is_not_shown_and_the_stores_is()
    {
        Put("narration/App/A.B.wav", OtherTake);
        var stored = Put("store/take", Take);
        _store.Clips[new ActionKey(new string('a', 64))] = new(Record(), stored, ClipSource.Local);
        (await PathAsync()).ShouldBe(stored);
    }

    [Fact]
    public async Task Another_take_beside_the_app_is_nothing_where_the_store_has_none()
    {
        Put("narration/App/A.B.wav", OtherTake);
        (await PathAsync()).ShouldBeNull();
    }

    private async Task<string?> PathAsync()
    {
        var segment = new ManifestSegment
        {
            Id = "A.B",
            Origin = SegmentOrigin.CSharp,
            Text = "Welcome.",
            Spoken = "Welcome.",
            Voice = "narrator",
            SampleCount = 24_000,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = 19_200,
            AudioHash = Digest.HashOf(Take),
            AudioFile = "narration/App/A.B.wav",
        };
        var (take, _, path) = await new TakeReader(_store, _folder, new PictureDetail(1)).ReadAsync(
            segment,
            null,
            null,
            CancellationToken.None
        );
        (take.Audio is null).ShouldBe(path is null);
        return path;
    }

    private string Put(string name, byte[] content)
    {
        var path = Path.Combine([_folder, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static ClipRecord Record() =>
        new()
        {
            Key = new ActionKey(new string('a', 64)),
            AudioHash = Digest.HashOf(Take),
            AudioBytes = Take.Length,
            SampleCount = 24_000,
            SampleRate = 24_000,
            SpeechStart = 2_400,
            SpeechEnd = 19_200,
            Voice = "narrator",
            Backend = "system",
            Model = "slt",
        };

    private static MonoSignal Tone(double hertz) =>
        new([.. Enumerable.Range(0, 24_000).Select(i => (float)(0.3 * Math.Sin(2 * Math.PI * hertz * i / 24_000)))], 24_000);
}
