using System.Collections.Immutable;
using DigestLsp.Text;

namespace DigestLsp.Analyzers;

/// <summary>Pieces of TeX that stand together and are one finding.</summary>
/// <param name="text">The text that they stand in.</param>
internal ref struct TexGroup(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private ImmutableArray<TextChange>.Builder? _changes;
    private bool _isReadable;

    /// <summary>The first piece that stands for the finding.</summary>
    public TexResidue First { get; private set; }

    /// <summary>Where it starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the last piece ends.</summary>
    public int End { get; private set; }

    /// <summary>Where all that is enclosed ends.</summary>
    public int Reach { get; private set; }

    /// <summary>Whether it has pieces.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether it has more than words that are pieces only beside others.</summary>
    public readonly bool IsFinding => First.Kind != TexKind.FormulaWord;

    /// <summary>Whether the last piece is a part of a formula.</summary>
    public bool EndsInFormula { get; private set; }

    /// <summary>Begins with a piece.</summary>
    public void Open(TexResidue residue)
    {
        _changes ??= ImmutableArray.CreateBuilder<TextChange>();
        _changes.Clear();
        _isReadable = true;
        IsOpen = true;
        First = residue;
        Start = residue.Span.Start;
        Reach = 0;
        Add(residue);
    }

    /// <summary>Takes in a piece.</summary>
    public void Add(TexResidue residue)
    {
        if (!IsFinding && residue.Kind != TexKind.FormulaWord)
        {
            First = residue;
        }
        End = residue.Span.End;
        Reach = Math.Max(Reach, residue.Reach);
        EndsInFormula = residue.IsFormula;
        _isReadable &= residue.Replacement is not null;
        if (_isReadable)
        {
            _changes!.Add(new(residue.Span, residue.Replacement!));
            if (!residue.Closing.IsEmpty)
            {
                _changes.Add(new(residue.Closing, residue.ClosingReplacement));
            }
        }
    }

    /// <summary>What mends it; null where a piece has no reading.</summary>
    /// <param name="span">The finding.</param>
    public readonly Repair? GetRepair(TextSpan span)
    {
        if (!_isReadable)
        {
            return null;
        }
        var changes = _changes!.ToImmutable().Sort(static (left, right) => left.Span.CompareTo(right.Span));
        for (var i = 1; i < changes.Length; i++)
        {
            if (changes[i].Span.Start < changes[i - 1].Span.End)
            {
                return null; // braces and other pieces cross
            }
        }
        // Some signs can stand for themselves only (‘ß^2,40’).
        changes = [.. WithEffect(_text, changes)];
        return changes.IsEmpty ? null : new(TexWording.Repair(_text, span, changes), changes);
    }

    private static List<TextChange> WithEffect(ReadOnlySpan<char> text, ImmutableArray<TextChange> changes)
    {
        var effective = new List<TextChange>(changes.Length);
        foreach (var change in changes)
        {
            if (!text.Slice(change.Span.Start, change.Span.Length).SequenceEqual(change.NewText))
            {
                effective.Add(change);
            }
        }
        return effective;
    }
}
