using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Speech.Voice.Fourier;

/// <summary>
/// One pass of Stockham's transform for each radix: <c>target[q + s(rp + k)] = DFT_r(source[q + s(p + mj)])_k · w^(kp)</c>, with m groups
/// p and stride s. Twiddles lie in groups of r − 1. The passes skip tiered compilation: a program that speaks one clip would otherwise do
/// it in unoptimized code.
/// </summary>
internal static class Butterflies
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Two(ReadOnlySpan<Lanes> source, Span<Lanes> target, Twiddle[] twiddles, int stride)
    {
        var groups = twiddles.Length;
        for (var p = 0; p < groups; p++)
        {
            var w = twiddles[p];
            for (var q = 0; q < stride; q++)
            {
                var (a, b) = (source[q + stride * p], source[q + stride * (p + groups)]);
                var to = q + stride * 2 * p;
                target[to] = a + b;
                target[to + stride] = (a - b) * w;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Three(ReadOnlySpan<Lanes> source, Span<Lanes> target, Twiddle[] twiddles, int stride)
    {
        const float Sin60 = 0.8660254037844386f;
        var groups = twiddles.Length / 2;
        for (var p = 0; p < groups; p++)
        {
            var (w1, w2) = (twiddles[2 * p], twiddles[2 * p + 1]);
            for (var q = 0; q < stride; q++)
            {
                var from = q + stride * p;
                var (a, b, c) = (source[from], source[from + stride * groups], source[from + 2 * stride * groups]);
                var sum = b + c;
                var middle = a - sum * 0.5f;
                var turned = ((b - c) * Sin60).TurnedLeft;
                var to = q + stride * 3 * p;
                target[to] = a + sum;
                target[to + stride] = (middle - turned) * w1;
                target[to + 2 * stride] = (middle + turned) * w2;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Four(ReadOnlySpan<Lanes> source, Span<Lanes> target, Twiddle[] twiddles, int stride)
    {
        var groups = twiddles.Length / 3;
        for (var p = 0; p < groups; p++)
        {
            var (w1, w2, w3) = (twiddles[3 * p], twiddles[3 * p + 1], twiddles[3 * p + 2]);
            for (var q = 0; q < stride; q++)
            {
                var from = q + stride * p;
                var (a, b) = (source[from], source[from + stride * groups]);
                var (c, d) = (source[from + 2 * stride * groups], source[from + 3 * stride * groups]);
                var (even, odd) = (a + c, b + d);
                var (evenGap, oddGap) = (a - c, (b - d).TurnedLeft);
                var to = q + stride * 4 * p;
                target[to] = even + odd;
                target[to + stride] = (evenGap - oddGap) * w1;
                target[to + 2 * stride] = (even - odd) * w2;
                target[to + 3 * stride] = (evenGap + oddGap) * w3;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Five(ReadOnlySpan<Lanes> source, Span<Lanes> target, Twiddle[] twiddles, int stride)
    {
        const float Cos72 = 0.30901699437494745f;
        const float Cos144 = -0.8090169943749475f;
        const float Sin72 = 0.9510565162951535f;
        const float Sin144 = 0.5877852522924731f;
        var groups = twiddles.Length / 4;
        var step = stride * groups;
        for (var p = 0; p < groups; p++)
        {
            var (w1, w2, w3, w4) = (twiddles[4 * p], twiddles[4 * p + 1], twiddles[4 * p + 2], twiddles[4 * p + 3]);
            for (var q = 0; q < stride; q++)
            {
                var from = q + stride * p;
                var a = source[from];
                var (b, c, d, e) = (source[from + step], source[from + 2 * step], source[from + 3 * step], source[from + 4 * step]);
                var (outer, inner) = (b + e, c + d);
                var (outerGap, innerGap) = ((b - e).TurnedLeft, (c - d).TurnedLeft);
                var first = a + outer * Cos72 + inner * Cos144;
                var second = a + outer * Cos144 + inner * Cos72;
                var firstTurn = outerGap * Sin72 + innerGap * Sin144;
                var secondTurn = outerGap * Sin144 - innerGap * Sin72;
                var to = q + stride * 5 * p;
                target[to] = a + outer + inner;
                target[to + stride] = (first - firstTurn) * w1;
                target[to + 2 * stride] = (second - secondTurn) * w2;
                target[to + 3 * stride] = (second + secondTurn) * w3;
                target[to + 4 * stride] = (first + firstTurn) * w4;
            }
        }
    }
}
