using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>Does in open digests what the server offers: repairs, a layout, a new name.</summary>
internal sealed class SoakActions(SoakEditor editor, Random random)
{
    /// <summary>The protocol's <c>RequestFailed</c>.</summary>
    private const int RequestFailed = -32803;

    private readonly SoakRequests _requests = new(editor);

    public async Task ActAsync(string name)
    {
        var parameters = _requests.Parameters(name, random.Next(editor.Open[name].Text.Length + 1), random.Next(2_000));
        switch (random.Next(4))
        {
            case 0:
                Change(name, (await editor.Client.RequestAsync("textDocument/formatting", parameters))!.AsArray());
                break;
            case 1:
                await RenameAsync(parameters);
                break;
            default:
                await DoCodeActionAsync((await editor.Client.RequestAsync("textDocument/codeAction", parameters))!.AsArray());
                break;
        }
    }

    private async Task RenameAsync(JsonObject parameters)
    {
        if (await editor.Client.RequestAsync("textDocument/prepareRename", parameters.DeepClone()) is null)
        {
            return;
        }
        parameters["newName"] = $"Names Come and Go {random.Next(50)}";
        try
        {
            Apply((await editor.Client.RequestAsync("textDocument/rename", parameters))!);
        }
        catch (LspErrorException exception) when (exception.Code == RequestFailed)
        {
            // Refused, since papers would become one, or no papers.
        }
    }

    private async Task DoCodeActionAsync(JsonArray actions)
    {
        if (actions.Count == 0)
        {
            return;
        }
        var action = actions[random.Next(actions.Count)]!;
        if ((action["command"] as JsonObject ?? (action["command"] is null ? null : action)) is { } command)
        {
            await editor.AskAsync(
                "workspace/executeCommand",
                new JsonObject { ["command"] = (string?)command["command"], ["arguments"] = command["arguments"]?.DeepClone() }
            );
            return;
        }
        Apply((action["edit"] ?? (await editor.Client.RequestAsync("codeAction/resolve", action.DeepClone()))!["edit"])!);
    }

    /// <summary>Applies the parts of a workspace edit that concern open documents.</summary>
    private void Apply(JsonNode workspaceEdit)
    {
        foreach (var (uri, edits) in workspaceEdit["changes"]?.AsObject() ?? [])
        {
            if (editor.Open.Keys.FirstOrDefault(open => Uris.AreSame(editor.UriOf(open), uri)) is { } name)
            {
                Change(name, edits!.AsArray());
            }
        }
        foreach (var edit in workspaceEdit["documentChanges"]?.AsArray() ?? [])
        {
            var uri = (string)edit!["textDocument"]!["uri"]!;
            if (editor.Open.Keys.FirstOrDefault(open => Uris.AreSame(editor.UriOf(open), uri)) is { } name)
            {
                Assert.Equal(editor.Open[name].Version, (int)edit["textDocument"]!["version"]!);
                Change(name, edit["edits"]!.AsArray());
            }
        }
    }

    /// <summary>Makes edits that all speak of the same text: the last first.</summary>
    private void Change(string name, JsonArray edits)
    {
        var text = editor.Open[name].Text;
        var changes = edits
            .Reverse()
            .Select(edit => (Start: EditorText.OffsetOf(text, edit!["range"]!["start"]!), Edit: edit))
            .OrderByDescending(edit => edit.Start)
            .Select(edit => ((int?)edit.Start, EditorText.Covered(text, edit.Edit["range"]!).Length, (string)edit.Edit["newText"]!));
        editor.Change(name, changes);
    }
}
