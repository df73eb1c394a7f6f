using System.Text.Json;
using System.Text.Json.Nodes;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Models;

public sealed class VoiceFolderTests : IDisposable
{
    private readonly TemporaryFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Every_file_of_the_shipped_voice_has_its_hash()
    {
        var manifest = VoiceManifest.Read(TestData.VoiceFolder);

        manifest.Hashes.Count.ShouldBe(9);
        manifest.Hashes.ShouldAllBe(file => FileHash.OfFile(manifest.PathOf(file.Key)) == file.Value);
        Directory
            .GetFiles(TestData.VoiceFolder)
            .Select(Path.GetFileName)
            .Except(manifest.Hashes.Keys)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["LICENSE", "NOTICE", "voice.json"]);
    }

    [Fact]
    public void A_folder_beside_the_shipped_one_is_another_voice_without_new_code()
    {
        CopyVoice("dawn");
        Change("dawn", manifest => manifest["name"] = "dawn");
        var catalog = new VoiceCatalog([_models.Path, VoiceCatalog.Shipped]);

        catalog.Names.ShouldBe(["dawn", "heart"]);
        var voice = new VoiceShelf(catalog, new(_ => new ReferenceReader())).Take("dawn", FaultCode.NoModel);
        voice.Speaker.Speak(new(ReferenceItem.All[7].Text, [], 1, 1), _ => { }, default).Samples.Length.ShouldBe(246 * 300);
    }

    [Fact]
    public void The_folder_that_the_host_names_is_looked_in_first()
    {
        CopyVoice("heart");

        new VoiceCatalog([_models.Path, VoiceCatalog.Shipped]).Find("heart")!.Folder.ShouldBe(_models["heart"]);
        new VoiceCatalog([_models["none"], VoiceCatalog.Shipped]).Find("heart")!.Folder.ShouldBe(TestData.VoiceFolder);
    }

    [Theory]
    [InlineData("heart.onnx")]
    [InlineData("vocab.json")]
    public void A_file_with_another_hash_is_refused(string file)
    {
        CopyVoice("heart");
        using (var changed = new FileStream(_models[$"heart/{file}"], FileMode.Append))
        {
            changed.WriteByte((byte)'\n');
        }

        Refusal().Message.ShouldContain($"{file} is damaged");
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        CopyVoice("heart");
        File.Delete(_models["heart/oov.json"]);

        Refusal().Message.ShouldContain("oov.json");
    }

    [Fact]
    public void Another_kind_of_voice_is_refused()
    {
        CopyVoice("heart");
        Change("heart", manifest => manifest["kind"] = "spectra-2048-512");

        Refusal().Message.ShouldContain("kind 'spectra-2048-512'");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\":1}")]
    public void An_invalid_manifest_is_refused(string manifest)
    {
        Directory.CreateDirectory(_models["heart"]);
        File.WriteAllText(_models["heart/voice.json"], manifest);

        Refusal().Message.ShouldContain("voice.json cannot be read");
    }

    [Theory]
    [InlineData("../heart")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a/b")]
    public void A_name_is_not_a_path(string name) => new VoiceCatalog([VoiceCatalog.Shipped]).Find(name).ShouldBeNull();

    private Fault Refusal()
    {
        var shelf = new VoiceShelf(new VoiceCatalog([_models.Path]), new(_ => new ReferenceReader()));
        var fault = Should.Throw<Fault>(() => shelf.Take("heart", FaultCode.NoModel));
        fault.Code.ShouldBe(FaultCode.NoModel);
        fault.IsRetryable.ShouldBeFalse();
        fault.Cure.ShouldNotBeEmpty();
        return fault;
    }

    private void CopyVoice(string name)
    {
        Directory.CreateDirectory(_models[name]);
        foreach (var file in Directory.GetFiles(TestData.VoiceFolder))
        {
            File.Copy(file, _models[$"{name}/{Path.GetFileName(file)}"]);
        }
    }

    private void Change(string name, Action<JsonNode> change)
    {
        var path = _models[$"{name}/voice.json"];
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString(new JsonSerializerOptions()));
    }
}
