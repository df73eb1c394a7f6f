using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Intake;

/// <summary>Of files that are not as their worker said.</summary>
public sealed class RefusedClipTests
{
    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        using var clip = new WorkerClip();
        clip.Item.DeleteFile();
        Problem(clip, clip.Done).ShouldBe("the worker's file is not there");
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused()
    {
        using var clip = new WorkerClip();
        clip.Item.DeleteFile();
        Directory.CreateDirectory(clip.Item.Path);
        Problem(clip, clip.Done).ShouldBe("the worker left a folder in place of its file");
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public void A_link_to_a_sound_file_is_refused()
    {
        using var clip = new WorkerClip();
        File.Move(clip.Item.Path, clip.Beside("elsewhere.wav"));
        File.CreateSymbolicLink(clip.Item.Path, clip.Beside("elsewhere.wav"));
        Problem(clip, clip.Done).ShouldBe("the worker's file is not there");
    }

    [Fact]
    public void A_file_shorter_than_a_header_is_refused_by_its_size()
    {
        using var clip = new WorkerClip(WavFile.Header(0, 24_000)[..^1]);
        Problem(clip, clip.Done).ShouldBe("the worker's file has 43 bytes");
    }

    [Fact]
    public void A_file_with_another_hash_is_refused()
    {
        using var clip = new WorkerClip();
        Problem(clip, clip.Done with { Sha256 = new string('a', 64) })
            .ShouldBe("the worker's file does not have the hash that the worker gave");
    }

    [Fact]
    public void A_length_other_than_announced_is_refused()
    {
        using var clip = new WorkerClip();
        Problem(clip, clip.Done with { Samples = 50_401 })
            .ShouldBe(
                "the worker's file holds 50400 samples at 24000 Hz in 1 channels of 16 bits; "
                    + "50401 at 24000 Hz, mono, 16 bits, were announced"
            );
    }

    [Fact]
    public void A_sample_rate_other_than_announced_is_refused()
    {
        using var clip = new WorkerClip();
        Problem(clip, clip.Done with { SampleRate = 48_000 })
            .ShouldBe(
                "the worker's file holds 50400 samples at 24000 Hz in 1 channels of 16 bits; "
                    + "50400 at 48000 Hz, mono, 16 bits, were announced"
            );
    }

    [Fact]
    public void Two_channels_are_refused_though_rate_and_length_are_right()
    {
        var file = WavFile.Write(Signals.Tone(2));
        (file[22], file[32]) = (2, 4); // channels, and bytes for each frame
        using var clip = new WorkerClip(file);
        Problem(clip, clip.Done with { Samples = 24_000 })
            .ShouldBe(
                "the worker's file holds 24000 samples at 24000 Hz in 2 channels of 16 bits; "
                    + "24000 at 24000 Hz, mono, 16 bits, were announced"
            );
    }

    [Fact]
    public void A_file_that_is_no_sound_is_refused()
    {
        using var clip = new WorkerClip(new byte[100]);
        Problem(clip, clip.Done).ShouldBe("the worker's file cannot be read: not a RIFF WAVE file");
    }

    [Fact]
    public void A_file_that_is_still_held_is_refused()
    {
        using var clip = new WorkerClip();
        using var held = new FileStream(clip.Item.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Problem(clip, clip.Done).ShouldStartWith("the worker's file cannot be read: ");
    }

    [Fact]
    public void Times_that_cannot_be_right_refuse_the_clip()
    {
        using var clip = new WorkerClip();
        Problem(clip, clip.Done with { Words = [.. WorkerClip.Words.Take(2)] }).ShouldBe("the worker does not say when it says 'three.'");
    }

    private static string Problem(WorkerClip clip, WorkerMessage.Done done)
    {
        var (raw, problem) = ClipVerifier.Read(clip.Item, clip.Batch, done, new Dictionary<string, string>());
        raw.ShouldBeNull();
        return problem.ShouldNotBeNull();
    }
}
