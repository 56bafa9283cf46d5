using DigestLsp.Analyzers;
using DigestLsp.Features;
using DigestLsp.Text;
using DigestLsp.Workspaces;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.LanguageServer.Protocol.Client.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Document;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using CodeAction = DigestLsp.Features.CodeAction;
using Diagnostic = DigestLsp.Analyzers.Diagnostic;
using Lsp = OmniSharp.Extensions.LanguageServer.Protocol.Models;

namespace DigestLsp.LanguageServer;

/// <summary>
/// <c>textDocument/codeAction</c> and <c>codeAction/resolve</c>. What mends many findings is computed once it is chosen, by clients
/// that can ask for it; others get what concerns the file alone.
/// </summary>
internal sealed class CodeActionHandler(Answers answers, DocumentPaths paths) : CodeActionHandlerBase
{
    private static readonly CodeActionKind FixAll = new("source.fixAll.digest");
    private static readonly CodeActionKind SortByTitle = new("source.organizeEntries.byTitle");
    private static readonly CodeActionKind SortByDate = new("source.organizeEntries.byDate");

    private const string Scope = "fixAll";

    private ClientCapabilities _client = new();
    private bool _takesLiterals;
    private bool _asksLater;

    /// <summary>
    /// The library blanks kinds that a client does not list, though one that lists kinds must take those below them.
    /// </summary>
    public static void AddKinds(ClientCapabilities client)
    {
        if (client.TextDocument?.CodeAction.Value?.CodeActionLiteralSupport?.CodeActionKind is { } kinds)
        {
            kinds.ValueSet = new Container<CodeActionKind>((kinds.ValueSet ?? new()).Concat([FixAll, SortByTitle, SortByDate]));
        }
    }

    public override async Task<CommandOrCodeActionContainer> Handle(CodeActionParams request, CancellationToken cancellationToken) =>
        await answers
            .Of(
                snapshot => new CommandOrCodeActionContainer(
                    Actions(snapshot, request, cancellationToken).Select(action => new CommandOrCodeAction(action))
                ),
                cancellationToken
            )
            .ConfigureAwait(false);

    public override Task<Lsp.CodeAction> Handle(Lsp.CodeAction request, CancellationToken cancellationToken) =>
        answers.Of(
            snapshot =>
                ScopeOf(request.Data) is { } scope
                    ? request with
                    {
                        Edit = CodeActions.Compute(snapshot, scope, cancellationToken).ToProtocol(paths, _client),
                    }
                    : request,
            cancellationToken
        );

    protected override CodeActionRegistrationOptions CreateRegistrationOptions(
        CodeActionCapability capability,
        ClientCapabilities clientCapabilities
    )
    {
        _client = clientCapabilities;
        // Without, a client knows commands only, and would have to be asked to apply each edit.
        _takesLiterals = capability?.CodeActionLiteralSupport is not null;
        _asksLater = capability?.DataSupport == true && capability.ResolveSupport?.Properties?.Contains("edit") == true;
        return new()
        {
            DocumentSelector = DigestSelector.DocumentsAndConfiguration,
            CodeActionKinds = new Container<CodeActionKind>(CodeActionKind.QuickFix, FixAll, SortByTitle, SortByDate),
            ResolveProvider = true,
        };
    }

    private IEnumerable<Lsp.CodeAction> Actions(Snapshot snapshot, CodeActionParams request, CancellationToken cancellation) =>
        !_takesLiterals || paths.OpenPathOf(request.TextDocument.Uri) is not { } path ? []
        : snapshot.GetDocument(path) is { } document ? Actions(snapshot, document, request, cancellation)
        : ConfigurationAnalysis.FilesOf(snapshot).FirstOrDefault(file => file.Path == path) is { } file
            ? Actions(snapshot, file, request, cancellation)
        : [];

    /// <summary>
    /// Repairs of a configuration file. The client does not tell what was typed there, so that only findings are mended that it
    /// still shows where they were found.
    /// </summary>
    private IEnumerable<Lsp.CodeAction> Actions(
        Snapshot snapshot,
        ConfigurationFile file,
        CodeActionParams request,
        CancellationToken cancellation
    )
    {
        if (!IsAskedFor(request, CodeActionKind.QuickFix))
        {
            yield break;
        }
        foreach (var action in ConfigurationActions.QuickFixes(snapshot, file, request.Range.ToLinePositionSpan(), cancellation))
        {
            if (Shown(request, action.Diagnostic).ToList() is { Count: > 0 } shown)
            {
                yield return new()
                {
                    Title = action.Repair.Title,
                    Kind = CodeActionKind.QuickFix,
                    IsPreferred = action.Repair.IsSafe,
                    Diagnostics = new Container<Lsp.Diagnostic>(shown),
                    Edit = action.Repair.ToProtocol(file, paths, _client),
                };
            }
        }
    }

    private static bool IsAskedFor(CodeActionParams request, CodeActionKind kind) =>
        request.Context.Only?.Contains(CodeActionKind.Empty) != false || IsNamed(request, kind);

    /// <summary>A kind is named by itself or by one above it: ‘source’ asks for ‘source.fixAll.digest’.</summary>
    private static bool IsNamed(CodeActionParams request, CodeActionKind kind) =>
        request.Context.Only?.Any(asked => asked != CodeActionKind.Empty && $"{kind}.".StartsWith($"{asked}.", StringComparison.Ordinal))
        == true;

    /// <summary>The findings that a client names: the one that was chosen from a list, or those of a line, wherever on it the caret is.</summary>
    private static List<(string Rule, LinePositionSpan Range)> NamedIn(CodeActionParams request) =>
        [
            .. request
                .Context.Diagnostics.Where(shown => shown.Code?.String is not null)
                .Select(shown => (shown.Code!.Value.String!, shown.Range.ToLinePositionSpan())),
        ];

    /// <summary>A finding as the client shows it, where it does.</summary>
    private static IEnumerable<Lsp.Diagnostic> Shown(CodeActionParams request, Diagnostic found) =>
        request.Context.Diagnostics.Where(shown =>
            shown.Code?.String == found.Descriptor.Id && shown.Range.ToLinePositionSpan() == found.Range
        );

    private IEnumerable<Lsp.CodeAction> Actions(
        Snapshot snapshot,
        Document document,
        CodeActionParams request,
        CancellationToken cancellation
    )
    {
        var quickFixes = IsAskedFor(request, CodeActionKind.QuickFix)
            ? CodeActions.QuickFixes(snapshot, document, request.Range.ToLinePositionSpan(), NamedIn(request), cancellation)
            : [];
        foreach (var action in quickFixes)
        {
            if (_asksLater || action.Scope is not { Path: null })
            {
                yield return ToProtocol(action, CodeActionKind.QuickFix);
            }
        }
        if (IsAskedFor(request, FixAll) && CodeActions.FixAllSafe(snapshot, document) is { } all)
        {
            yield return ToProtocol(all, FixAll);
        }
        // Nobody expects to have a file sorted who did not ask for just that.
        if (IsNamed(request, SortByTitle) && CodeActions.SortByTitle(document) is { } byTitle)
        {
            yield return ToProtocol(byTitle, SortByTitle);
        }
        if (IsNamed(request, SortByDate) && CodeActions.SortByDate(document) is { } byDate)
        {
            yield return ToProtocol(byDate, SortByDate);
        }

        Lsp.CodeAction ToProtocol(CodeAction action, CodeActionKind kind)
        {
            var edit = action switch
            {
                { Edit: { } known } => known,
                { Scope: { } scope } when !_asksLater => CodeActions.Compute(snapshot, scope, cancellation),
                _ => null,
            };
            return new()
            {
                Title = action.Title,
                Kind = kind,
                IsPreferred = action.IsPreferred,
                Diagnostics = action.Diagnostic is { } mended ? new Container<Lsp.Diagnostic>(Shown(request, mended)) : null,
                Edit = edit?.ToProtocol(paths, _client),
                Data = edit is null && action.Scope is { } later ? DataOf(later) : null,
                Command = action.Judgement is { } judgement ? JudgementCommands.Of(action.Title, judgement) : null,
            };
        }
    }

    private static JObject DataOf(FixAllScope scope) =>
        new()
        {
            [Scope] = new JObject { ["rule"] = scope.Rule, ["path"] = scope.Path },
        };

    /// <summary>The library gives data to every action: only those that name a scope mend anything.</summary>
    private static FixAllScope? ScopeOf(JToken? data) =>
        (data as JObject)?[Scope] is JObject scope ? new((string?)scope["rule"], (string?)scope["path"]) : null;
}
