using System.Text;

namespace FlamingHorse.Narration.Tests;

public sealed class TrackTests : IDisposable
{
    private readonly WavFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_track_holds_every_sample_at_its_place_and_silence_elsewhere()
    {
        var (a, b) = (Segments.Of("a", 100_001), Segments.Of("b", 77));
        var (samplesOfA, samplesOfB) = (folder.Write(a), folder.Write(b, withList: true));
        var timeline = NarrationTimeline.Sequence(
            new()
            {
                Gap = TimeSpan.FromSeconds(0.4),
                LeadIn = TimeSpan.FromSeconds(0.1),
                LeadOut = TimeSpan.FromSeconds(3),
                SnapTo = new FrameRate(30000, 1001),
            },
            a,
            b,
            a
        );

        var (rate, track) = Read(Write(timeline));
        rate.ShouldBe(24000);
        track.LongLength.ShouldBe(timeline.SampleCount);
        var expected = new short[timeline.SampleCount];
        samplesOfA.CopyTo(expected, timeline.Entries[0].StartSample);
        samplesOfB.CopyTo(expected, timeline.Entries[1].StartSample);
        samplesOfA.CopyTo(expected, timeline.Entries[2].StartSample);
        track.AsSpan().SequenceEqual(expected).ShouldBeTrue();
    }

    [Fact]
    public void A_stream_that_cannot_seek_will_do_and_stays_open()
    {
        var a = Segments.Of("a", 5000);
        folder.Write(a);
        using var inner = new MemoryStream();
        using var pipe = new OneWay(inner);
        NarrationTimeline.Sequence(new(), a).WriteWav(pipe, folder.Path);
        pipe.WriteByte(1);
        inner.Length.ShouldBe(44 + 10_000 + 1);
    }

    [Fact]
    public void An_hour_of_track_needs_no_memory_for_an_hour()
    {
        var a = Segments.Of("a", 24000 * 60);
        folder.Write(a);
        var timeline = NarrationTimeline.Sequence(new(), Enumerable.Repeat(a, 60));
        using var nothing = new OneWay(Stream.Null);
        timeline.WriteWav(nothing, folder.Path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        timeline.WriteWav(nothing, folder.Path);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Silence_alone_is_a_track_too() =>
        Read(Write(NarrationTimeline.Sequence(new() { LeadIn = TimeSpan.FromSeconds(1) }))).Samples.ShouldBe(new short[24000]);

    [Fact]
    public void An_estimate_has_no_track()
    {
        var thrown = Refused<InvalidOperationException>(Segments.Of("a", 100, isEstimated: true));
        thrown.Message.ShouldContain("'a' has no audio");
        thrown.Message.ShouldContain("NarrationMissingAudio.Silence");
    }

    [Fact]
    public void Two_rates_make_no_track_and_both_are_named()
    {
        var thrown = Refused<InvalidOperationException>(Segments.Of("a", 100), Segments.Of("b", 100, rate: 22050));
        thrown.Message.ShouldContain("'a' has 24000 and 'b' has 22050");
    }

    [Fact]
    public void A_missing_clip_is_found_before_anything_is_written()
    {
        var a = Segments.Of("a", 100);
        folder.Write(a);
        Refused<FileNotFoundException>(a, Segments.Of("gone", 100)).FileName.ShouldNotBeNull().ShouldEndWith("gone.wav");
    }

    [Fact]
    public void A_take_other_than_the_codes_is_refused()
    {
        var a = Segments.Of("a", 100);
        folder.Write(Segments.Of("a", 102));
        Refused<InvalidDataException>(a).Message.ShouldContain("holds 102 samples, but the code says 100");
    }

    [Fact]
    public void A_clip_that_is_not_pcm_16_mono_at_its_rate_is_refused()
    {
        var a = Segments.Of("a", 100);
        folder.Write(a, channels: 2);
        Refused<InvalidDataException>(a).Message.ShouldContain("not 16-bit mono PCM");
        folder.Write(a, bits: 24);
        Refused<InvalidDataException>(a).Message.ShouldContain("not 16-bit mono PCM");
        folder.Write(a, format: 3);
        Refused<InvalidDataException>(a).Message.ShouldContain("not 16-bit mono PCM");
        folder.Write(a, rate: 22050);
        Refused<InvalidDataException>(a).Message.ShouldContain("has 22050 samples a second, but the code says 24000");
    }

    [Fact]
    public void A_format_chunk_may_be_longer_than_it_must()
    {
        var a = Segments.Of("a", 100);
        var samples = folder.Write(a);
        var whole = File.ReadAllBytes(a.GetFullPath(folder.Path));

        // WAVEFORMATEX: the 16 bytes and the size of an extension that is empty.
        folder.Replace(a, [.. whole[..16], 18, 0, 0, 0, .. whole[20..36], 0, 0, .. whole[36..]]);

        Read(Write(NarrationTimeline.Sequence(new(), a))).Samples.ShouldBe(samples);
    }

    [Fact]
    public void Samples_before_their_format_are_refused()
    {
        var a = Segments.Of("a", 100);
        folder.Write(a);
        var whole = File.ReadAllBytes(a.GetFullPath(folder.Path));

        folder.Replace(a, [.. whole[..12], .. whole[36..], .. whole[12..36]]);

        Refused<InvalidDataException>(a).Message.ShouldContain("has samples before their format");
    }

    [Fact]
    public void Bytes_that_are_not_a_WAV_are_refused_whatever_they_are()
    {
        var a = Segments.Of("a", 100);
        folder.Write(a);
        var whole = File.ReadAllBytes(a.GetFullPath(folder.Path));
        for (var length = 0; length < 44; length++)
        {
            folder.Replace(a, whole[..length]);
            Refused<InvalidDataException>(a);
        }

        folder.Replace(a, Encoding.ASCII.GetBytes(new string('x', 500)));
        Refused<InvalidDataException>(a).Message.ShouldContain("is not a WAV file");

        // Pictures come in RIFF too, and WAVE in larger containers.
        foreach (var (place, name) in new[] { (0, "RF64"), (8, "WEBP") })
        {
            var other = (byte[])whole.Clone();
            Encoding.ASCII.GetBytes(name).CopyTo(other, place);
            folder.Replace(a, other);
            Refused<InvalidDataException>(a).Message.ShouldContain("is not a WAV file");
        }

        var hugeChunk = (byte[])whole.Clone();
        hugeChunk.AsSpan(16, 4).Fill(0xFF);
        folder.Replace(a, hugeChunk);
        Refused<InvalidDataException>(a).Message.ShouldContain("header");
    }

    [Fact]
    public void A_clip_whose_samples_end_early_is_refused()
    {
        var a = Segments.Of("a", 100);
        folder.Write(a, missing: 10);
        Refused<InvalidDataException>(a).Message.ShouldContain("ends early");
    }

    [Fact]
    public void More_than_four_gibibytes_are_refused()
    {
        var silence = NarrationTimeline.Sequence(new() { LeadIn = TimeSpan.FromHours(25) });
        Should.Throw<InvalidOperationException>(() => silence.WriteWav(Stream.Null)).Message.ShouldContain("4 GiB");
    }

    [Fact]
    public void Missing_clips_become_silence_and_everything_else_keeps_its_place()
    {
        // The estimate has the models' rate, the others their voice's.
        var (a, lost, guess, b) = (
            Segments.Of("a", 1000, rate: 16_000),
            Segments.Of("lost", 400, rate: 16_000),
            Segments.Of("guess", 2400, isEstimated: true),
            Segments.Of("b", 77, rate: 16_000)
        );
        var (samplesOfA, samplesOfB) = (folder.Write(a), folder.Write(b));
        using var stream = new MemoryStream();

        NarrationTimeline.Sequence(new(), a, lost, guess, b).WriteWav(stream, folder.Path, NarrationMissingAudio.Silence);

        var (rate, track) = Read(stream.ToArray());
        rate.ShouldBe(16_000);
        track.ShouldBe([.. samplesOfA, .. new short[400 + 1600], .. samplesOfB]);
    }

    [Fact]
    public void A_file_is_whole_or_stays_as_it_was()
    {
        var (a, lost) = (Segments.Of("a", 1000), Segments.Of("lost", 400));
        folder.Write(a);
        var path = Path.Combine(folder.Path, "track.wav");
        File.WriteAllText(path, "the last one");

        Should.Throw<FileNotFoundException>(() => NarrationTimeline.Sequence(new(), a, lost).WriteWav(path, folder.Path));
        File.ReadAllText(path).ShouldBe("the last one");

        NarrationTimeline.Sequence(new(), a).WriteWav(path, folder.Path);
        new FileInfo(path).Length.ShouldBe(44 + 2000);
        Directory.EnumerateFiles(folder.Path, "*.tmp").ShouldBeEmpty();
    }

    private byte[] Write(NarrationTimeline timeline)
    {
        using var stream = new MemoryStream();
        timeline.WriteWav(stream, folder.Path);
        return stream.ToArray();
    }

    private T Refused<T>(params NarrationSegment[] segments)
        where T : Exception
    {
        using var stream = new MemoryStream();
        var thrown = Should.Throw<T>(() => NarrationTimeline.Sequence(new(), segments).WriteWav(stream, folder.Path));
        stream.Length.ShouldBe(0);
        return thrown;
    }

    private static (int Rate, short[] Samples) Read(byte[] wav)
    {
        Encoding.ASCII.GetString(wav, 0, 4).ShouldBe("RIFF");
        BitConverter.ToInt32(wav, 4).ShouldBe(wav.Length - 8);
        Encoding.ASCII.GetString(wav, 8, 8).ShouldBe("WAVEfmt ");
        BitConverter.ToInt16(wav, 20).ShouldBe((short)1);
        BitConverter.ToInt16(wav, 22).ShouldBe((short)1);
        BitConverter.ToInt32(wav, 28).ShouldBe(BitConverter.ToInt32(wav, 24) * 2);
        BitConverter.ToInt16(wav, 34).ShouldBe((short)16);
        Encoding.ASCII.GetString(wav, 36, 4).ShouldBe("data");
        BitConverter.ToInt32(wav, 40).ShouldBe(wav.Length - 44);
        var samples = new short[(wav.Length - 44) / 2];
        Buffer.BlockCopy(wav, 44, samples, 0, wav.Length - 44);
        return (BitConverter.ToInt32(wav, 24), samples);
    }

    /// <summary>Like a pipe or a response's body.</summary>
    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
