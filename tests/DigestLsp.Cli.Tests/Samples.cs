namespace DigestLsp.Cli.Tests;

/// <summary>Invented papers to make digests of.</summary>
internal static class Samples
{
    public const string Tides =
        "Tidal Clocks for Harbour Cranes\n\n"
        + "Cranes in tidal harbours wait for water. We replace the printed tide table by a small clock that learns the harbour's own delay from "
        + "the loads it lifts. In a year of use at two quays the clock predicted slack water within four minutes, and the cranes stood idle a "
        + "fifth less than before. We describe the estimator, its failure in storms, and the rule of thumb that crane drivers made of it.\n";

    public const string Moss =
        "Counting Moss from the Air\n\n"
        + "Moss covers roofs that nobody climbs. We show that a kite with a cheap camera counts moss cushions on town roofs as well as a "
        + "botanist with a ladder does, at a hundredth of the cost. The method needs one labelled roof for each kind of tile. We release the "
        + "kite's drawings, the labels and a map of two thousand roofs, and discuss why slate is hard.\n";

    public static string Digest(string date, params string[] papers) => $"{date}\n\n{string.Join("\n", papers)}";
}
