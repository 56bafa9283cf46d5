using System.Globalization;
using DigestLsp.Analyzers;
using DigestLsp.Testing;
using DigestLsp.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Features.Tests;

/// <summary>One thing that happens to a digest, wherever that makes sense.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Name">To which digest.</param>
/// <param name="Text">What is opened or written.</param>
/// <param name="Edit">What is typed.</param>
internal sealed record Happening(string Kind, string Name, string Text, RelativeEdit Edit)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind} {Name} {System.Text.Json.JsonSerializer.Serialize(Kind == "type" ? Edit.ToString() : Text)}\n";
}

/// <summary>Digests on disk and in an editor, and what happens to them.</summary>
internal sealed class WorkspaceHistory : IDisposable
{
    /// <summary>How many of them a property tries; more than a run of all tests waits for with <c>DIGESTLSP_HISTORIES=2000</c>.</summary>
    public static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("DIGESTLSP_HISTORIES") ?? "20",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] Names = ["a.digest", "2025-03-11.digest", "b.digest"];

    /// <summary>What stands where a blank may stand.</summary>
    private static readonly string[] Blanks =
    [
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\u0085",
        "\v",
        "\t",
        "\u00A0",
        "\u3000",
        "\u200B",
        "  ",
        "-\n",
        "\u00AD",
        "\u0301",
        "\uFEFF",
        "\0",
        "\uD83C",
        "\uDFDE",
        "",
    ];

    /// <summary>Lines in which ~ is anything that may stand for a blank.</summary>
    private static readonly string[] Lines =
    [
        "Mar~11",
        "Apr 2, 2025",
        "2025-03-11",
        "Feb 30, 2025",
        "Daily~Papers",
        "SandNet:~Rivers of~Sand",
        "SandNet:~Rivers of~Sand for~RSM",
        "RSM:~Counting Grains",
        "Rivers of~Sand",
        "Wind~Slit~Oven~Maps",
        "WSO12:~Wind~Slit~Ovens (WSOs)",
        "see:~Rivers of~Sand",
        "see: SandNet:~Rivers of~Sand",
        "see: Nobody Wrote This",
        "arxiv:~2501.00001",
        "doi: 10.1000/sand",
        "url: https://sand.example/rivers",
        "tags: sand,~rivers;~wind",
        "authors: A. Rinne,~B. Fluß",
        "We use~the River~Sand~Model (RSM) and the wind~slit~oven (WSO). The~RSM counts grains, and RSMs count more~grains than SandNet.",
        "A River~Sand~Map (RSM) is not~a RSM’s map. Ovens are~WSOs, in RSM's words, and this is~the way we count them for a year.",
        "Another~Rapid~Stone~Mill (RSM) with wind-slit~ovens (WSOs) is~used, and RSM stands for (River~Sand~Model) again and again.",
        "SandNet and~SandNets count sand. See https://sand.example/a_(b) and WSO~(Wind~Slit~Oven). The the river is (open and it ends",
        Abstracts.Owls,
        Abstracts.Bells,
        Abstracts.Glaciers,
        Abstracts.Recipes,
        Abstracts.Bells[..120],
        Abstracts.Owls.Replace("four", "five", StringComparison.Ordinal),
        Abstracts.Glaciers.Replace(". ", ".~", StringComparison.Ordinal),
        "Ã©tude &amp; \\emph{sand} <i>of</i> $x^2$ the the river , (open \"quoted' text��",
    ];

    /// <summary>What is said of rules that say nothing by default, and of others.</summary>
    private static readonly string[] Configurations =
    [
        "digest_diagnostic.DG5001.severity = warning\ndigest_diagnostic.DG5002.severity = suggestion\n",
        "digest_diagnostic.DG5001.severity = error\n[b.digest]\ndigest_diagnostic.DG2001.severity = none\n",
        "digest_diagnostic.DG3009.severity = silent\n[2025*]\ndigest_diagnostic.DG5001.severity = suggestion\n",
    ];

    private static readonly string[] LineEnds = ["\n", "\n\n", "\n\n", "\n\n", "\r\n\r\n", "\r\r", "\r\n", "\n \n", "\u2028\n"];

    private static readonly Gen<string> Line = Gen.Elements(Lines)
        .SelectMany(line => Gen.Elements(Blanks).ArrayOf(line.Count(c => c == '~')).Select(blanks => Fill(line, blanks)));

    private static readonly Gen<string> Digest = Line.Zip(Gen.Elements(LineEnds), string.Concat).ListOf().Resize(14).Select(string.Concat);

    private static readonly Gen<RelativeEdit> Edit = Gen.Frequency(
        (2, DigestGenerators.Edit),
        (
            2,
            from edit in DigestGenerators.Edit
            from inserted in Gen.OneOf(Line, Gen.Elements(Blanks), Gen.Elements(LineEnds), Gen.Constant("RSM"), Gen.Constant("s"))
            select edit with
            {
                Inserted = inserted,
                Removed = edit.Removed % 5,
            }
        )
    );

    private readonly TemporaryFolder _folder = new();
    private int _version;

    public WorkspaceHistory() => Workspace = Load();

    public Workspace Workspace { get; private set; }

    /// <summary>What happened is made shorter until nothing can be left out.</summary>
    public static Arbitrary<Happening[]> Any(int most) =>
        Arb.From(
            Gen.Frequency(
                    (2, from name in Gen.Elements(Names) from text in Digest select new Happening("open", name, text, None)),
                    (8, from name in Gen.Elements(Names) from edit in Edit select new Happening("type", name, "", edit)),
                    (1, from name in Gen.Elements(Names) from text in Digest select new Happening("replace", name, text, None)),
                    (2, from name in Gen.Elements(Names) from text in Digest select new Happening("write", name, text, None)),
                    (1, from name in Gen.Elements(Names) select new Happening("delete", name, "", None)),
                    (
                        1,
                        from name in Gen.Elements(Names)
                        from text in Gen.Elements(Configurations)
                        select new Happening("configure", name, text, None)
                    ),
                    (1, from name in Gen.Elements(Names) from edit in Edit select new Happening("judge", name, "", edit)),
                    (1, from name in Gen.Elements(Names) select new Happening("close", name, "", None)),
                    (1, from name in Gen.Elements(Names) select new Happening("save and close", name, "", None))
                )
                .ListOf()
                .Resize(most)
                .Select(list => list.ToArray()),
            Shorter
        );

    public void Dispose() => _folder.Dispose();

    /// <summary>Begins again with no digests.</summary>
    public void Clear()
    {
        foreach (var name in Names)
        {
            File.Delete(PathOf(name));
        }
        if (Directory.Exists(_folder.PathOf(".digestlsp")))
        {
            Directory.Delete(_folder.PathOf(".digestlsp"), recursive: true);
        }
        _folder.Write(".editorconfig", "root = true\n[*]\n" + Configurations[0]);
        Workspace = Load();
        _version = 0;
    }

    public string PathOf(string name) => Path.Combine(RealPath.Of(_folder.FullName), name);

    public IEnumerable<string> Paths => Names.Select(PathOf);

    public void Make(Happening happening)
    {
        var path = PathOf(happening.Name);
        var document = Workspace.Current.GetDocument(path);
        var isOpen = document is { IsOpen: true };
        switch (happening.Kind)
        {
            case "open" when !isOpen:
                Workspace.Open(path, ++_version, document?.GetTree() is { } known ? known.Text.ToString() : happening.Text);
                break;
            case "replace" when isOpen:
                Workspace.Change(path, ++_version, [new(null, happening.Text)]);
                break;
            case "type" when isOpen:
                var text = document!.GetTree()!.Text;
                var change = happening.Edit.In(text.ToString());
                Workspace.Change(path, ++_version, [new(text.GetLinePositionSpan(change.Span), change.NewText)]);
                break;
            case "close" or "save and close" when isOpen:
                if (happening.Kind != "close")
                {
                    _folder.Write(path, document!.GetTree()!.Text.ToString());
                }
                Workspace.Close(path);
                Workspace.Refresh([path]);
                break;
            case "write":
                _folder.Write(happening.Name, happening.Text);
                Workspace.Refresh([path]);
                break;
            case "delete":
                File.Delete(path);
                Workspace.Refresh([path]);
                break;
            case "configure":
                Configure(happening.Text);
                break;
            case "judge" when document is not null:
                Judge(document, happening.Edit.At);
                break;
            default:
                break;
        }
    }

    private void Configure(string text)
    {
        _folder.Write(".editorconfig", "root = true\n[*]\n" + text);
        Workspace.Reconfigure(new());
    }

    /// <summary>Says what can be said of one of a document's findings.</summary>
    private void Judge(Document document, int number)
    {
        var judgements = DocumentAnalysis
            .Diagnose(Workspace.Current, document)
            .SelectMany(found => Judgements.For(Workspace.Current, document, found))
            .ToList();
        if (judgements.Count > 0)
        {
            var (edit, problem) = Judgements.EditOf(Workspace.Current, judgements[number % judgements.Count].Judgement);
            Assert.Null(problem);
            Assert.Null(edit is null ? null : new FileEdits(new DiskFiles()).Apply(edit));
            Workspace.Reconfigure(new());
        }
    }

    /// <summary>A snapshot of the same digests that has no history.</summary>
    public Snapshot Anew()
    {
        var anew = Load();
        foreach (var open in Workspace.Current.Documents.Where(document => document.IsOpen))
        {
            anew.Open(open.Path, 1, open.GetTree()!.Text.ToString());
        }
        return anew.Current;
    }

    /// <summary>A snapshot of what is on disk, which comes from a cache as far as that holds it; then the cache holds all of it.</summary>
    public Snapshot Recall()
    {
        var cache = AnalysisCache.In(new(_folder.PathOf(".cache")));
        var workspace = Load(cache);
        Assert.Null(cache.Save(workspace.Current));
        return workspace.Current;
    }

    /// <summary>A snapshot of what is on disk, all of which is read.</summary>
    public Snapshot Read() => Load().Current;

    private static RelativeEdit None { get; } = new(0, false, 0, "");

    private Workspace Load(FactsCache? cache = null)
    {
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        workspace.Load([_folder.FullName]);
        return workspace;
    }

    private static string Fill(string line, string[] blanks)
    {
        var parts = line.Split('~');
        return parts[0] + string.Concat(parts.Skip(1).Zip(blanks, (part, blank) => blank + part));
    }

    private static IEnumerable<Happening[]> Shorter(Happening[] all)
    {
        for (var size = (all.Length + 1) / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= all.Length; start += size)
            {
                yield return [.. all[..start], .. all[(start + size)..]];
            }
        }
        for (var i = 0; i < all.Length; i++)
        {
            var (text, edit) = (all[i].Text, all[i].Edit);
            for (var size = text.Length / 2; size > 0; size /= 2)
            {
                for (var start = 0; start + size <= text.Length; start += size)
                {
                    yield return With(i, all[i] with { Text = text.Remove(start, size) });
                }
            }
            if (edit.Removed > 0)
            {
                yield return With(i, all[i] with { Edit = edit with { Removed = edit.Removed / 2 } });
            }
            if (edit.Inserted.Length > 0)
            {
                yield return With(i, all[i] with { Edit = edit with { Inserted = edit.Inserted[..(edit.Inserted.Length / 2)] } });
                yield return With(i, all[i] with { Edit = edit with { Inserted = edit.Inserted[((edit.Inserted.Length + 1) / 2)..] } });
            }
        }

        Happening[] With(int i, Happening happening) => [.. all[..i], happening, .. all[(i + 1)..]];
    }
}
