using FsCheck;
using FsCheck.Fluent;

namespace DigestLsp.Features.Tests;

/// <summary>What is kept from one version to the next never shows, whatever happened and whatever was asked meanwhile.</summary>
public sealed class AnswerProperties : IDisposable
{
    private readonly WorkspaceHistory _history = new();

    public void Dispose() => _history.Dispose();

    [Fact]
    public void Every_answer_is_that_of_a_workspace_built_anew() =>
        Check(
            (_, seed) =>
            {
                // Nobody asks after every keystroke.
                if (seed % 3 == 0)
                {
                    CheckSame(_history.Anew(), _history.Workspace.Current, seed);
                }
            }
        );

    [Fact]
    public void Every_answer_of_what_comes_from_the_cache_is_that_of_what_is_read() =>
        Check(
            (_, seed) =>
            {
                if (seed % 5 == 4)
                {
                    _history.Recall();
                    CheckSame(_history.Read(), _history.Recall(), seed);
                }
            }
        );

    [Fact]
    public void What_is_found_in_documents_that_are_not_affected_stays()
    {
        var found = new Dictionary<string, string>();
        Check(
            (before, _) =>
            {
                var now = _history.Workspace.Current;
                var affected = now.PathsAffectedSince(before);
                foreach (var path in _history.Paths)
                {
                    var findings = AnswerDescription.OfFindings(now, path);
                    if (!affected.Contains(path))
                    {
                        Assert.Equal(found.GetValueOrDefault(path, "none"), findings);
                    }
                    found[path] = findings;
                }
            },
            found.Clear
        );
    }

    private static void CheckSame(Workspaces.Snapshot anew, Workspaces.Snapshot worked, int seed)
    {
        var expected = AnswerDescription.Of(anew, seed);
        foreach (var (what, answer) in AnswerDescription.Of(worked, seed))
        {
            Assert.Equal($"{what}: {expected.GetValueOrDefault(what)}", $"{what}: {answer}");
            expected.Remove(what);
        }
        Assert.Empty(expected);
    }

    private void Check(Action<Workspaces.Snapshot, int> check, Action? begin = null) =>
        Prop.ForAll(
                WorkspaceHistory.Any(25),
                happenings =>
                {
                    _history.Clear();
                    begin?.Invoke();
                    for (var i = 0; i < happenings.Length; i++)
                    {
                        var before = _history.Workspace.Current;
                        _history.Make(happenings[i]);
                        check(before, i);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(WorkspaceHistory.Count));
}
