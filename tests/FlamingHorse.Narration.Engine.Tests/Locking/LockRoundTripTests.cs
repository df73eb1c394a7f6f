using CsCheck;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

/// <summary>Whatever a build may put into a lock is read again as it was.</summary>
public class LockRoundTripTests
{
    private static readonly Gen<string> _texts = Gen.OneOf(
            "a",
            "B",
            "é",
            "한",
            "😀",
            "\"",
            "\\",
            "\n",
            "/",
            ".",
            " ",
            "\u2028",
            "\u007F",
            "{",
            "<"
        )
        .Array[0, 4]
        .Select(string.Concat);

    private static readonly Gen<string> _hashes = Gen.OneOf<char>([.. "0123456789abcdef"]).Array[64].Select(digits => new string(digits));

    private static readonly Gen<double> _numbers = Gen.OneOf(
        Gen.Double[-100, 100],
        Gen.OneOf(0, 1, 0.1, -18, double.Epsilon, double.MaxValue, double.MinValue, 1 / 3d)
    );

    private static readonly Gen<long> _long = Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, long.MaxValue], Gen.OneOf(0L, long.MaxValue));

    private static readonly Gen<int> _int = Gen.OneOf(Gen.Int[0, 100], Gen.OneOf(0, int.MaxValue));

    private static readonly Gen<Sampling> _sampling = Gen.Select(_numbers, _int, _numbers, _long.Nullable())
        .Select(drawn => new Sampling(drawn.Item1, drawn.Item2, drawn.Item3, drawn.Item4));

    private static readonly Gen<ReferenceCut> _cuts = Gen.Select(_long.Nullable(), _long.Nullable())
        .Select(drawn => new ReferenceCut(Time(drawn.Item1), Time(drawn.Item2)));

    private static readonly Gen<MachineVoices> _machineVoices = Gen.Select(_texts, _texts, _texts)
        .Array[0, 2]
        .Select(voices => voices.Aggregate(MachineVoices.None, (all, drawn) => all.With(drawn.Item1, new(drawn.Item2, drawn.Item3))));

    private static readonly Gen<LockedVoice> _voices = Gen.Select(
            Gen.Select(_texts, _texts, _texts, _texts),
            Gen.Select(_sampling, _cuts, _machineVoices),
            Gen.Select(_hashes.Null(), _hashes.Null(), Gen.Bool, Gen.Bool),
            Gen.Select(_numbers, _int, _numbers.Nullable())
        )
        .Select(drawn => new LockedVoice
        {
            Backend = drawn.Item1.Item1,
            Engine = drawn.Item1.Item2,
            Model = drawn.Item1.Item3,
            Language = drawn.Item1.Item4,
            Sampling = drawn.Item2.Item1,
            Cut = drawn.Item2.Item2,
            MachineVoices = drawn.Item2.Item3,
            ReferenceAudioHash = drawn.Item3.Item1,
            ReferenceTextHash = drawn.Item3.Item2,
            IsModelFromMachine = drawn.Item3.Item3,
            IsLanguageFromMachine = drawn.Item3.Item4,
            Speed = drawn.Item4.Item1,
            PostProcessing = drawn.Item4.Item2,
            Loudness = drawn.Item4.Item3,
        });

    private static readonly Gen<IReadOnlyList<WordTime>> _words = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 50], Gen.Int[0, 50])
        .Array[0, 4]
        .Select(steps =>
        {
            var words = new List<WordTime>();
            var (token, at) = (-1, 0);
            foreach (var (skip, gap, length) in steps)
            {
                words.Add(new(token += skip, at += gap, at += length));
            }

            return (IReadOnlyList<WordTime>)words;
        });

    private static readonly Gen<LockedSegment> _segments = Gen.Select(
            Gen.Select(_hashes, _hashes, _texts, _texts),
            Gen.Select(Gen.Long[1, 1L << 40], Gen.Int[1, 1_000_000], Gen.Double[0, 1], Gen.Double[0, 1]),
            Gen.Select(_long.Nullable(), _words.Null(), Gen.Select(_texts, _texts).Nullable())
        )
        .Select(drawn =>
        {
            var (samples, rate, first, second) = drawn.Item2;
            return new LockedSegment
            {
                Key = new(drawn.Item1.Item1),
                AudioHash = drawn.Item1.Item2,
                Voice = drawn.Item1.Item3,
                Model = drawn.Item1.Item4,
                SampleCount = samples,
                SampleRate = rate,
                SpeechStart = (long)(samples * Math.Min(first, second)),
                SpeechEnd = (long)(samples * Math.Max(first, second)),
                Seed = drawn.Item3.Item1,
                Words = drawn.Item3.Item2,
                Check = drawn.Item3.Item3 is var (verdict, by) ? new(verdict, by) : null,
            };
        });

    private static readonly Gen<NarrationLock> _locks = Gen.Select(
            Gen.Select(_texts, _voices).Array[0, 3],
            Gen.Select(_texts, _segments).Array[0, 4],
            Gen.Bool
        )
        .Select(drawn => new NarrationLock
        {
            Voices = ByName(drawn.Item1),
            Segments = ByName(drawn.Item2),
            HasNewKeys = drawn.Item3,
        });

    [Fact]
    public void What_was_written_is_read_back_and_written_the_same() =>
        Properties.Holds(
            "lock → bytes → lock",
            _locks,
            content =>
            {
                var bytes = content.ToBytes();

                var read = LockReader.Read(bytes.Span, "narration.lock.json");

                read.HasSameContent(content).ShouldBeTrue();
                read.Schema.ShouldBe(content.Schema);
                read.ToBytes().Span.SequenceEqual(bytes.Span).ShouldBeTrue();
            },
            few: 500
        );

    private static TimeSpan? Time(long? ticks) => ticks is { } known ? TimeSpan.FromTicks(known) : null;

    private static Dictionary<string, T> ByName<T>((string Name, T Value)[] entries)
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            byName[name] = value;
        }

        return byName;
    }
}
