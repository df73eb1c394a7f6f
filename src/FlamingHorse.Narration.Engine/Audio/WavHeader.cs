namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>What a RIFF file says of its samples, and where they lie.</summary>
/// <param name="IsFloat">IEEE 754 instead of integers.</param>
/// <param name="Channels">At least 1.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="BitsPerSample">16, 24 or 32.</param>
/// <param name="DataOffset">Bytes from the file's start.</param>
/// <param name="DataLength">Bytes; a whole number of frames.</param>
public sealed record WavHeader(bool IsFloat, int Channels, int SampleRate, int BitsPerSample, int DataOffset, int DataLength)
{
    public int BytesPerFrame => Channels * BitsPerSample / 8;

    /// <summary>Samples of one channel.</summary>
    public int FrameCount => DataLength / BytesPerFrame;

    /// <summary>The one form that workers write and stores hold.</summary>
    public bool IsMonoPcm16 => !IsFloat && Channels == 1 && BitsPerSample == 16;
}
