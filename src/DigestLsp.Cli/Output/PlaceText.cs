using System.Text.Json;
using DigestLsp.Workspaces;

namespace DigestLsp.Cli;

/// <summary>How the place of a paper is printed.</summary>
internal static class PlaceText
{
    public static string FileOf(PaperPlace place) => DisplayPath.Of(place.Document.Path);

    /// <summary>The line of the title, from 1.</summary>
    public static int LineOf(PaperPlace place) => place.Document.GetLinePositionSpan(place.Paper.Head).Start.Line + 1;

    public static string TitleOf(PaperPlace place) => place.Document.GetHead(place.Index);

    /// <summary>Writes <c>"file"</c>, <c>"line"</c> and <c>"title"</c> into an object.</summary>
    public static void Write(Utf8JsonWriter json, PaperPlace place)
    {
        json.WriteString("file", FileOf(place));
        json.WriteNumber("line", LineOf(place));
        json.WriteString("title", TitleOf(place));
    }
}
