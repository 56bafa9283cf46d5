using System.Buffers;
using System.Text;

namespace DigestLsp.Similarity;

/// <summary>Characters beyond ASCII.</summary>
internal sealed partial class FoldedText
{
    /// <summary>Folds the character that starts a span, which is not ASCII, and returns its width in bytes.</summary>
    private int FoldCharacter(ReadOnlySpan<byte> utf8)
    {
        if (Rune.DecodeFromUtf8(utf8, out Rune rune, out int width) != OperationStatus.Done)
        {
            EndWord();
            return width;
        }

        FoldCodePoint((uint)rune.Value, utf8[..width]);
        return width;
    }

    private void FoldCodePoint(uint codePoint, ReadOnlySpan<byte> utf8)
    {
        ushort characterClass = CharacterFolding.ClassOf(codePoint);
        switch (characterClass)
        {
            case CharacterFolding.Separator:
                EndWord();
                break;
            case CharacterFolding.Transparent:
                break;
            case CharacterFolding.Ideograph:
                EndWord();
                AppendAll(utf8);
                EndWord();
                break;
            case CharacterFolding.Letter:
                AppendAll(utf8);
                break;
            default:
                AppendAll(CharacterFolding.Replacement(characterClass));
                break;
        }
    }

    private void AppendAll(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b == ' ')
            {
                EndWord();
            }
            else
            {
                Append(b);
            }
        }
    }
}
