using DigestLsp.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What an editor types is in the server's text as well, or the server makes room for another that has it.</summary>
public sealed class WorkspaceChangesTests
{
    private readonly Workspace _workspace = new();
    private readonly WorkspaceChanges _changes;
    private string? _reason;

    public WorkspaceChangesTests()
    {
        var pump = new DiagnosticsPump(
            _workspace,
            (_, _, _) => [],
            (_, _, _) => { },
            TimeProvider.System,
            NullLogger<DiagnosticsPump>.Instance
        );
        _changes = new(
            _workspace,
            new(NullLogger<BackgroundWork>.Instance),
            pump,
            cache: null,
            new(() => null, TimeProvider.System, NullLogger<LoadProgress>.Instance),
            _ => { },
            reason => _reason = reason,
            NullLogger<WorkspaceChanges>.Instance
        );
        _changes.Open("a", 2, Papers.Digest("Mar 11", Papers.Kites));
    }

    [Fact]
    public void A_change_that_cannot_be_made_ends_the_server()
    {
        _changes.Change("a", 3, [new(null, null!)]);
        Assert.NotNull(_reason);
    }

    [Fact]
    public void A_text_that_cannot_take_the_place_of_another_ends_the_server()
    {
        _changes.Open("a", 3, null!);
        Assert.NotNull(_reason);
    }

    [Fact]
    public void What_comes_where_it_makes_no_sense_does_not()
    {
        _changes.Change("a", 2, [new(null, "Mar 12\n")]);
        _changes.Change("b", 1, [new(null, "Mar 12\n")]);
        _changes.Close("b");
        Assert.ThrowsAny<Exception>(() => _changes.Open("b", 1, null!));
        Assert.Null(_reason);
    }
}
