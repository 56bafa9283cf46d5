using System.Text;

namespace DigestLsp.Similarity.Tests;

/// <summary>Invented papers, and short ways to make facts of text.</summary>
internal static class Papers
{
    public const string Title = "Tide Tables for Drifting Sensor Networks";

    public const string Abstract =
        "Sensors that drift with the tide lose contact with the shore for hours at a time. We study when a drifting node should spend its "
        + "remaining energy on sending, and give a schedule that follows the local tide table instead of a fixed clock. On two years of "
        + "traces from forty buoys in the estuary, the schedule delivers 31 percent more readings for the same charge, and never keeps a "
        + "reading longer than one tide. The code is at https://example.org/tides and needs no training.";

    public static PaperFacts Facts(string title, string summary, string? arxiv = null, string? doi = null) =>
        PaperFacts.Compute(Encoding.UTF8.GetBytes(title), Encoding.UTF8.GetBytes(summary), PaperIdentifiers.Create(arxiv, doi));
}
