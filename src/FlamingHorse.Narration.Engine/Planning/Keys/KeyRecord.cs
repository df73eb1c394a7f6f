using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FlamingHorse.Narration.Engine.Planning.Keys;

/// <summary>
/// Fields, each with its kind and its length before it, so that no two different lists of fields give the same bytes. Little-endian
/// everywhere; nothing depends on culture or platform.
/// </summary>
internal sealed class KeyRecord(int capacity)
{
    // Different ill-formed texts must not fall together in replacement characters.
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _output = new(capacity);

    public ReadOnlySpan<byte> Bytes => _output.WrittenSpan;

    public void Add(string? text)
    {
        if (text is null)
        {
            Prefix('-', 0);
            return;
        }

        try
        {
            Prefix('s', _strict.GetByteCount(text));
            _strict.GetBytes(text, _output);
        }
        catch (EncoderFallbackException)
        {
            // An editor's build sees half-written text; a real one refuses it before it gets here.
            // Unit by unit: an encoding would replace each half of a pair by the same character.
            Prefix('u', text.Length * sizeof(char));
            foreach (var unit in text)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(_output.GetSpan(sizeof(char)), unit);
                _output.Advance(sizeof(char));
            }
        }
    }

    public void Add(long? number)
    {
        if (number is not { } value)
        {
            Prefix('-', 0);
            return;
        }

        Prefix('i', sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_output.GetSpan(sizeof(long)), value);
        _output.Advance(sizeof(long));
    }

    public void Add(double? number)
    {
        if (number is not { } value)
        {
            Prefix('-', 0);
            return;
        }

        Prefix('f', sizeof(double));
        // -0 and 0 are one setting.
        BinaryPrimitives.WriteDoubleLittleEndian(_output.GetSpan(sizeof(double)), value == 0 ? 0 : value);
        _output.Advance(sizeof(double));
    }

    private void Prefix(char kind, int length)
    {
        var span = _output.GetSpan(1 + sizeof(int));
        span[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(span[1..], length);
        _output.Advance(1 + sizeof(int));
    }
}
