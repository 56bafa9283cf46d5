using System.Globalization;
using System.Text;

namespace DigestLsp.Benchmarks;

/// <summary>Draws the time of one edit over the size of the file, both on logarithmic scales.</summary>
public static class EditChart
{
    private const int Left = 70;
    private const int Right = 560;
    private const int Top = 30;
    private const int Bottom = 310;
    private const double MostMicroseconds = 1_000_000;

    private static readonly (string Name, string Benchmark, string Colour)[] Series =
    [
        ("DigestLsp", "Edit", "#2f7d4f"),
        ("Roslyn, flat file", "RoslynEdit", "#b5482f"),
    ];

    public static string Draw(Figures figures)
    {
        var svg = new StringBuilder();
        svg.Append(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" font-family="sans-serif" font-size="13">
            <rect width="720" height="360" fill="#ffffff"/>

            """
        );
        for (var time = 1.0; time <= MostMicroseconds; time *= 10)
        {
            Line(Left, Y(time), Right, Y(time), "#dddddd");
            Label(Left - 8, Y(time) + 4, "end", time < 1_000 ? $"{time} µs" : $"{time / 1_000} ms");
        }
        foreach (var size in (int[])[1, 10, 100])
        {
            Line(X(size), Top, X(size), Bottom, "#dddddd");
            Label(X(size), Bottom + 20, "middle", $"{size} MB");
        }
        Label((Left + Right) / 2.0, Bottom + 40, "middle", "one character typed in the middle of the file: median time to the new tree");
        foreach (var (name, benchmark, colour) in Series)
        {
            var points = figures
                .All.Where(figure => figure.Benchmark == benchmark && figure.Variant == "Middle" && figure.Unit == "µs")
                .OrderBy(figure => figure.Megabytes)
                .Select(figure => (X: X(figure.Megabytes), Y: Y(figure.Value)))
                .ToList();
            var path = string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));
            svg.Append($"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>\n");
            foreach (var (x, y) in points)
            {
                svg.Append($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"4\" fill=\"{colour}\"/>\n");
            }
            if (points.Count > 0)
            {
                Label(points[^1].X + 10, points[^1].Y + 4, "start", name, colour);
            }
        }
        return svg.Append("</svg>\n").ToString();

        void Line(double x1, double y1, double x2, double y2, string colour) =>
            svg.Append($"<path d=\"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}\" stroke=\"{colour}\"/>\n");

        void Label(double x, double y, string anchor, string text, string colour = "#333333") =>
            svg.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>\n");
    }

    private static double X(int megabytes) => Left + 20 + (Math.Log10(megabytes) / 2 * (Right - Left - 40));

    private static double Y(double microseconds) =>
        Bottom - (Math.Log10(Math.Max(1, microseconds)) / Math.Log10(MostMicroseconds) * (Bottom - Top));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
