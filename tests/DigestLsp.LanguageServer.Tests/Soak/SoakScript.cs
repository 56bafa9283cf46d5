using System.Text;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What people and programs do to digests, at random: of one seed always the same.</summary>
internal sealed class SoakScript(SoakEditor editor, int seed)
{
    /// <summary>A text beyond this is made smaller again.</summary>
    private const int LargestText = 60_000;

    private const int MostOpen = 12;

    private readonly Random _random = new(seed);
    private readonly SoakPapers _papers = new(new Random(seed));
    private readonly SoakRequests _requests = new(editor);
    private readonly SoakActions _actions = new(editor, new Random(seed));
    private readonly Dictionary<string, string> _earlier = [];
    private int _created;

    /// <summary>Writes the files with which it begins.</summary>
    public static List<string> WriteFiles(DigestFolder folder, int count, int seed)
    {
        var papers = new SoakPapers(new Random(seed + 1));
        var names = new List<string>();
        for (var i = 0; i < count; i++)
        {
            names.Add(NameOf(i));
            folder.Write(names[^1], papers.Digest(i % 12));
        }
        names.Add("main/.editorconfig");
        folder.Write("main/.editorconfig", Configuration(0));
        Directory.CreateDirectory(folder.PathOf("other"));
        return names;
    }

    public async Task StepAsync()
    {
        switch (_random.Next(1000))
        {
            case < 440:
                Type();
                break;
            case < 460:
                Paste();
                break;
            case < 500:
                Delete();
                break;
            case < 515:
                ReplaceAll();
                break;
            case < 540:
                Undo();
                break;
            case < 600:
                OpenOne();
                break;
            case < 650:
                Close();
                break;
            case < 700:
                Save();
                break;
            case < 760:
                ChangeDisk();
                break;
            case < 790:
                editor.Tell();
                break;
            case < 800:
                SendNonsense();
                break;
            case < 825:
                if (AnyOpen() is { } name)
                {
                    await _actions.ActAsync(name);
                }
                break;
            case < 828:
                Configure();
                break;
            case < 830:
                editor.ToggleRoot(_random.Next(3) == 0 ? "main/sub" : "other");
                break;
            case < 860:
                await CheckTextAsync();
                break;
            default:
                await AskAsync();
                break;
        }
    }

    private static string NameOf(int number) =>
        (number % 10) switch
        {
            0 => $"other/{number:000}.digest",
            1 => $"main/sub/2025-01-{(number % 28) + 1:00}-{number:000}.digest.txt",
            2 => $"main/sub/März 100% {number}.digest",
            3 => $"main/{number:000}.txt",
            _ => $"main/{number:000}.digest",
        };

    private static string Configuration(int number)
    {
        var text = new StringBuilder("root = true\n[*]\ndigest_diagnostic.DG5001.severity = warning\n");
        text.Append("digest_diagnostic.DG5002.severity = suggestion\n");
        if (number % 2 == 1)
        {
            text.Append("digest_diagnostic.DG3007.severity = error\n[main/**.txt]\ndigest_document = true\n");
        }
        return text.ToString();
    }

    private string? AnyOpen() => editor.Open.Count == 0 ? null : editor.Open.Keys.ElementAt(_random.Next(editor.Open.Count));

    private string AnyDigest()
    {
        for (; ; )
        {
            var name = editor.Files.ElementAt(_random.Next(editor.Files.Count));
            if (!name.EndsWith(".editorconfig", StringComparison.Ordinal))
            {
                return name;
            }
        }
    }

    private void Change(string name, params (int?, int, string)[] changes)
    {
        _earlier[name] = editor.Open[name].Text;
        editor.Change(name, changes);
    }

    private void Type()
    {
        if (AnyOpen() is not { } name)
        {
            OpenOne();
            return;
        }
        var length = editor.Open[name].Text.Length;
        var changes = new List<(int?, int, string)>();
        for (var count = _random.Next(5) == 0 ? _random.Next(1, 4) : 1; count > 0; count--)
        {
            var start = _random.Next(length + 1);
            var removed = Math.Min(length - start, _random.Next(4) == 0 ? _random.Next(30) : 0);
            var inserted = _papers.Scrap();
            changes.Add((start, removed, inserted));
            length += inserted.Length - removed;
        }
        Change(name, [.. changes]);
    }

    private void Paste()
    {
        if (AnyOpen() is { } name)
        {
            var length = editor.Open[name].Text.Length;
            var many = _random.Next(10) == 0 ? 100 : 8;
            var start = _random.Next(length + 1);
            Change(name, (start, 0, "\n\n" + _papers.Digest(_random.Next(many)) + "\n"));
        }
    }

    private void Delete()
    {
        if (AnyOpen() is { } name)
        {
            var length = editor.Open[name].Text.Length;
            var start = _random.Next(length + 1);
            var most = length > LargestText ? length : Math.Min(length, 3_000);
            Change(name, (start, Math.Min(length - start, _random.Next(most + 1)), ""));
        }
    }

    private void ReplaceAll()
    {
        if (AnyOpen() is { } name)
        {
            Change(name, (null, 0, _papers.Digest(_random.Next(15))));
        }
    }

    private void Undo()
    {
        if (AnyOpen() is { } name && _earlier.TryGetValue(name, out var text))
        {
            Change(name, (0, editor.Open[name].Text.Length, text));
        }
    }

    private void OpenOne()
    {
        if (editor.Open.Count >= MostOpen)
        {
            Close();
            return;
        }
        var name = _random.Next(10) == 0 ? $"untitled:Untitled-{_random.Next(3)}" : AnyDigest();
        if (!editor.Open.ContainsKey(name))
        {
            var text = name.StartsWith("untitled:", StringComparison.Ordinal) ? _papers.Digest(_random.Next(6)) : editor.Folder.Read(name);
            editor.OpenDocument(name, text, _random.Next(5));
        }
    }

    private void Close()
    {
        if (AnyOpen() is { } name)
        {
            if (_random.Next(2) == 0)
            {
                Save(name);
            }
            editor.Close(name);
            _earlier.Remove(name);
        }
    }

    private void Save()
    {
        if (AnyOpen() is { } name)
        {
            Save(name);
        }
    }

    private void Save(string name)
    {
        if (!name.StartsWith("untitled:", StringComparison.Ordinal))
        {
            editor.Save(name);
            editor.Tell();
        }
    }

    private void ChangeDisk()
    {
        switch (_random.Next(6))
        {
            case 0:
                editor.Write(NameOf(1000 + _created++), _papers.Digest(_random.Next(12)));
                break;
            case 1:
                editor.Delete(AnyDigest());
                break;
            case 2:
                var (from, to) = (AnyDigest(), NameOf(1000 + _created++));
                editor.Write(to, editor.Folder.Read(from));
                editor.Delete(from);
                break;
            case 3:
                editor.Write(AnyDigest(), editor.Folder.Read(AnyDigest()));
                break;
            case 4:
                var changed = AnyDigest();
                var text = editor.Folder.Read(changed);
                editor.Write(changed, text.Insert(_random.Next(text.Length + 1), _papers.Scrap()));
                break;
            default:
                editor.Write(AnyDigest(), _papers.Digest(_random.Next(12)));
                break;
        }
        // A watcher tells late and of several at once.
        if (_random.Next(3) > 0)
        {
            editor.Tell();
        }
    }

    private void Configure() => editor.Write("main/.editorconfig", Configuration(_random.Next(2)));

    /// <summary>What no editor should send changes nothing.</summary>
    private void SendNonsense()
    {
        if (AnyOpen() is not { } name)
        {
            return;
        }
        var everything = new JsonArray(new JsonObject { ["text"] = "Mar 1\n" });
        switch (_random.Next(4))
        {
            case 0:
                editor.NotifyChange(name, editor.Open[name].Version - _random.Next(2), everything);
                break;
            case 1:
                editor.NotifyChange("untitled:never-opened", 7, everything);
                break;
            case 2:
                editor.Client.Notify("textDocument/didClose", editor.TextDocument("untitled:never-opened"));
                break;
            default:
                editor.OpenDocument(name, editor.Open[name].Text + _papers.Scrap(), editor.Open[name].Version + 1);
                break;
        }
    }

    private async Task CheckTextAsync()
    {
        if (AnyOpen() is { } name)
        {
            var text = MessageStream.Received(editor.Open[name].Text);
            await editor.AskAsync(
                "digestlsp/viewFileText",
                editor.TextDocument(name),
                answer => Assert.Equal($"{seed} {name}: {text}", $"{seed} {name}: {answer}")
            );
        }
    }

    private async Task AskAsync()
    {
        if (_random.Next(8) == 0)
        {
            await editor.AskAsync(
                "workspace/symbol",
                new JsonObject { ["query"] = _papers.Scrap().Trim() is [>= 'a' and <= 'z', ..] word ? word : "sa" }
            );
            return;
        }
        if (editor.Pulls is { } pulls && _random.Next(3) == 0)
        {
            await (AnyOpen() is { } shown && _random.Next(4) > 0 ? pulls.AskOneAsync(shown) : pulls.AskAllAsync());
            return;
        }
        if (AnyOpen() is { } name)
        {
            var start = _random.Next(editor.Open[name].Text.Length + 1);
            await _requests.AskAsync(SoakRequests.Methods[_random.Next(SoakRequests.Methods.Count)], name, start, _random.Next(2_000));
        }
    }
}
