using System.Numerics;
using System.Runtime.CompilerServices;
using DigestLsp.Collections;
using DigestLsp.Text;

namespace DigestLsp.Syntax.Green;

/// <summary>What a run of entries adds up to.</summary>
/// <param name="Width">UTF-16 units.</param>
/// <param name="Papers">Papers among them.</param>
/// <param name="Flawed">Entries of which the parser has facts to tell.</param>
/// <param name="LastDate">The packed date of the last date line, 0 if there is none.</param>
internal readonly record struct EntrySummary(int Width, int Papers, int Flawed, int LastDate)
    : IAdditionOperators<EntrySummary, EntrySummary, EntrySummary>
{
    public static EntrySummary operator +(EntrySummary left, EntrySummary right) =>
        new(
            left.Width + right.Width,
            left.Papers + right.Papers,
            left.Flawed + right.Flawed,
            right.LastDate != 0 ? right.LastDate : left.LastDate
        );
}

/// <summary>Searches entries by UTF-16 units.</summary>
internal readonly struct ByWidth : IMeasure<EntrySummary>
{
    public static int Of(in EntrySummary summary) => summary.Width;
}

/// <summary>Searches entries by papers.</summary>
internal readonly struct ByPapers : IMeasure<EntrySummary>
{
    public static int Of(in EntrySummary summary) => summary.Papers;
}

/// <summary>Searches entries by those of which the parser has facts to tell.</summary>
internal readonly struct ByFlawed : IMeasure<EntrySummary>
{
    public static int Of(in EntrySummary summary) => summary.Flawed;
}

/// <summary>
/// One element of a digest's flat list: a banner line, a date line, a paper or skipped text. It belongs to one text: it is
/// shared only by trees in which its characters are the same, so what is computed from them can be attached to it.
/// </summary>
internal sealed class GreenEntry : ISummarized<EntrySummary>
{
    private readonly GreenBlock[]? _more;
    private Attachment? _attachments;

    /// <param name="kind">Which element.</param>
    /// <param name="title">A paper's title.</param>
    /// <param name="body">A paper's paragraphs, or the one block of any other element.</param>
    /// <param name="facts">What the parser met.</param>
    public GreenEntry(SyntaxKind kind, GreenBlock? title, ReadOnlySpan<GreenBlock> body, SyntaxFacts facts)
    {
        Kind = kind;
        Title = title;
        First = body.IsEmpty ? null : body[0];
        _more = body.Length > 1 ? body[1..].ToArray() : null;
        Facts = facts;
        Width = title?.Width ?? 0;
        foreach (var block in body)
        {
            Width += block.Width;
        }
    }

    public SyntaxKind Kind { get; }

    public SyntaxFacts Facts { get; }

    public int Width { get; }

    public GreenBlock? Title { get; }

    /// <summary>The first paragraph, or the one block of an element that is no paper.</summary>
    public GreenBlock? First { get; }

    /// <summary>A paper's title or, where that is missing, its abstract's first line, relative to the paper's start.</summary>
    public TextSpan HeadWithin => Title?.SpanWithin(metadata: false) ?? new(First!.Line(0).Leading, First.Line(0).Text);

    public bool HasMetadata
    {
        get
        {
            for (var i = 0; i < BlockCount; i++)
            {
                if (Block(i).HasMetadata)
                {
                    return true;
                }
            }
            return false;
        }
    }

    public int BodyCount => (First is null ? 0 : 1) + (_more?.Length ?? 0);

    public int BlockCount => BodyCount + (Title is null ? 0 : 1);

    public EntrySummary Summary =>
        new(
            Width,
            Kind == SyntaxKind.Paper ? 1 : 0,
            Facts == SyntaxFacts.None ? 0 : 1,
            Kind == SyntaxKind.DateLine ? First!.Features.Date : 0
        );

    public GreenBlock Body(int index) => index == 0 ? First! : _more![index - 1];

    public GreenBlock Block(int index) =>
        Title is null ? Body(index)
        : index == 0 ? Title
        : Body(index - 1);

    public GreenBlock LastBlock => Block(BlockCount - 1);

    /// <summary>The value of a type that was computed before, null if none was.</summary>
    public T? Attached<T>()
        where T : class
    {
        for (var known = Volatile.Read(ref _attachments); known is not null; known = known.Next)
        {
            // By the type that was asked for: to test what the value is takes longer where the type is a parameter.
            if (known.Type == typeof(T))
            {
                return Unsafe.As<T>(known.Value);
            }
        }
        return null;
    }

    /// <summary>A value computed once from this element's own text and kept with it, one of each type.</summary>
    public T GetOrAttach<T, TArgument>(TArgument argument, Func<TArgument, T> compute)
        where T : class
    {
        if (Attached<T>() is { } known)
        {
            return known;
        }
        var computed = compute(argument);
        // Two threads may both compute; the values are equal, and each caller may keep its own.
        Attachment? head;
        do
        {
            head = Volatile.Read(ref _attachments);
        } while (Interlocked.CompareExchange(ref _attachments, new(typeof(T), computed, head), head) != head);
        return computed;
    }

    public bool HasSameShape(GreenEntry other)
    {
        if (
            Kind != other.Kind
            || Facts != other.Facts
            || Width != other.Width
            || BlockCount != other.BlockCount
            || Title is null != other.Title is null
        )
        {
            return false;
        }
        for (var i = 0; i < BlockCount; i++)
        {
            if (!Block(i).HasSameShape(other.Block(i)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether this is the other entry by the identity of its blocks.</summary>
    public bool HasSameBlocks(GreenEntry other)
    {
        if (Kind != other.Kind || Facts != other.Facts || BlockCount != other.BlockCount || !ReferenceEquals(Title, other.Title))
        {
            return false;
        }
        for (var i = 0; i < BodyCount; i++)
        {
            if (!ReferenceEquals(Body(i), other.Body(i)))
            {
                return false;
            }
        }
        return true;
    }

    private sealed record Attachment(Type Type, object Value, Attachment? Next);
}
