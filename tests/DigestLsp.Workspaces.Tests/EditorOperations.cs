namespace DigestLsp.Workspaces.Tests;

/// <summary>What an editor does to a workspace, wherever that makes sense: properties try it in any order.</summary>
internal static class EditorOperations
{
    public static void Open(Workspace workspace, string path, string text)
    {
        if (workspace.Current.GetDocument(path) is not { IsOpen: true })
        {
            workspace.Open(path, 1, text);
        }
    }

    /// <summary>Types at the beginning of a line; without a text five characters are deleted there.</summary>
    public static void Type(Workspace workspace, string path, int line, string text)
    {
        if (workspace.Current.GetDocument(path) is { Version: { } version })
        {
            workspace.Change(path, version + 1, [new(new(new(line, 0), new(line, text.Length == 0 ? 5 : 0)), text)]);
        }
    }

    public static void Close(Workspace workspace, string path)
    {
        if (workspace.Current.GetDocument(path) is { IsOpen: true })
        {
            workspace.Close(path);
            workspace.Refresh([path]);
        }
    }
}
