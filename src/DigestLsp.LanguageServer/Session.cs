using System.Reflection;
using DigestLsp.Analyzers;
using DigestLsp.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OmniSharp.Extensions.JsonRpc;
using OmniSharp.Extensions.LanguageServer.Protocol;
using OmniSharp.Extensions.LanguageServer.Protocol.Models;
using OmniSharp.Extensions.LanguageServer.Protocol.Serialization;
using OmniSharp.Extensions.LanguageServer.Protocol.Server.Capabilities;
using OmniSharp.Extensions.LanguageServer.Protocol.Window;
using OmniSharp.Extensions.LanguageServer.Server;
using OmniServer = OmniSharp.Extensions.LanguageServer.Server.LanguageServer;

namespace DigestLsp.LanguageServer;

/// <summary>One client's session: puts the parts together and waits for the end.</summary>
internal sealed class Session
{
    private readonly MessageInput _input;
    private readonly ServerOptions _options;
    private readonly ILogger<Session> _logger;
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OmniServer _server;
    private readonly BackgroundWork _background;
    private readonly DiagnosticsPump _pump;
    private readonly WorkspaceChanges _changes;
    private readonly IdleWork _idle;
    private readonly EditorRefresh _refresh;
    private readonly CurrentSettings _settings;
    private readonly LogThreshold _threshold;
    private readonly MessageOutput _output;
    private DiagnosticsClient _client = new(false, false, false, false);
    private PublishDiagnostics? _publish;
    private DiagnosticReports? _reports;
    private FolderWatcher? _watcher;
    private volatile bool _wasShutDown;

    public Session(MessageInput input, MessageOutput output, ServerOptions options, ILoggerFactory logging, LogThreshold threshold)
    {
        _input = input;
        _output = output;
        _options = options;
        _logger = logging.CreateLogger<Session>();
        var cache = options.Cache is { } folder ? AnalysisCache.In(folder) : null;
        var workspace = new Workspace(DocumentAnalysis.Prepare, cache);
        var paths = new DocumentPaths();
        var answers = new Answers(workspace, paths);
        _background = new(logging.CreateLogger<BackgroundWork>());
        _refresh = new(() => _server!, logging.CreateLogger<EditorRefresh>());
        _settings = new(() => _server!, _refresh.Send, logging.CreateLogger<CurrentSettings>());
        threshold.Setting = () => _settings.Value.LogLevel;
        _threshold = threshold;
        _idle = new(workspace, _refresh.Send, () => _pump!.IsTyping, TimeProvider.System, logging.CreateLogger<IdleWork>());
        _pump = new(
            workspace,
            DocumentAnalysis.Diagnose,
            (path, version, diagnostics) => _publish!(path, version, diagnostics),
            TimeProvider.System,
            logging.CreateLogger<DiagnosticsPump>()
        )
        {
            Rested = OnRested,
        };
        _changes = new(
            workspace,
            _background,
            _pump,
            cache is null
                ? null
                : new CacheUpkeep(workspace, cache, _background, _pump, TimeProvider.System, logging.CreateLogger<CacheUpkeep>()),
            new LoadProgress(() => _server!.WorkDoneManager, TimeProvider.System, logging.CreateLogger<LoadProgress>()),
            message => _server!.Window.ShowWarning(message),
            reason => End(1, reason),
            logging.CreateLogger<WorkspaceChanges>()
        );
        var receiver = new SessionReceiver(
            () => End(1, "The client said exit before it initialized"),
            logging.CreateLogger<SessionReceiver>()
        );
        var pulled = new DiagnosticHandler(() => _reports, _pump, paths);
        _server = OmniServer.PreInit(server =>
            server
                .WithInput(input)
                .WithOutput(output)
                .WithLoggerFactory(logging)
                .WithContentModifiedSupport(false)
                .WithRequestProcessIdentifier(new StreamOrder())
                .WithReceiver(receiver)
                .WithServices(services => services.AddSingleton<IOutputFilter>(receiver).AddSingleton<RequestInvoker, StreamInvoker>())
                .WithUnhandledExceptionHandler(OnUnreadable)
                .WithServerInfo(new ServerInfo { Name = "digestlsp", Version = Version })
                .AddHandler(new TextDocumentHandler(_changes, paths))
                .AddHandler(new WatchedFilesHandler(_changes))
                .AddHandler(new HoverHandler(answers, paths))
                .AddHandler(new DefinitionHandler(answers, paths))
                .AddHandler(new ReferencesHandler(answers, paths))
                .AddHandler(new ImplementationHandler(answers, paths))
                .AddHandler(new DocumentHighlightHandler(answers))
                .AddHandler(new CallHierarchyHandler(answers, paths))
                .AddHandler(new RenameHandler(answers, paths))
                .AddHandler(new PrepareRenameHandler(answers))
                .AddHandler(new CodeLensHandler(answers, paths))
                .AddHandler(new DocumentLinkHandler(answers))
                .AddHandler(new DocumentSymbolHandler(answers))
                .AddHandler(new WorkspaceSymbolHandler(answers, paths))
                .AddHandler(new FoldingRangeHandler(answers))
                .AddHandler(new CompletionHandler(answers, TimeProvider.System))
                .AddHandler(new SemanticTokensHandler(answers))
                .AddHandler(new SelectionRangeHandler(answers))
                .AddHandler(new LinkedEditingRangeHandler(answers))
                .AddHandler(new FormattingHandler(answers))
                .AddHandler(new RangeFormattingHandler(answers))
                .AddHandler(new CodeActionHandler(answers, paths))
                .AddHandler(new JudgementHandler(_changes))
                .AddHandler(new SettingsHandler(_settings))
                .OnNotification<JObject?>(TraceHandler.Method, new TraceHandler(threshold).Handle)
                .OnRequest<JObject, JToken>(InlayHintHandler.Method, new InlayHintHandler(answers, _settings).Handle)
                .OnRequest<JObject, JToken>(DiagnosticHandler.OfDocument, pulled.HandleDocument)
                .OnRequest<JObject, JToken>(DiagnosticHandler.OfWorkspace, pulled.HandleWorkspace)
                .OnRequest<JObject?, JToken>("digestlsp/status", new StatusHandler(answers, _background, _pump).Handle)
                .OnRequest<JObject?, JToken>("digestlsp/viewFileText", new FileTextHandler(answers).Handle)
                .OnInitialize((server, request, _) => OnInitialize(request, paths, server.GetRequiredService<LspSerializer>()))
                .OnInitialized((_, _, result, _) => Correct(result.Capabilities))
        );
        _server.GetRequiredService<LspSerializer>().JsonSerializer.Error += PassOver;
    }

    private static string Version { get; } =
        typeof(Session).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Serves the client until the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var shutdown = _server.Shutdown.Subscribe(_ => _wasShutDown = true);
        using var exit = _server.Exit.Subscribe(code => End(code, "The client said exit"));
        using var folders = _server.WorkspaceFolderManager.Changed.Subscribe(OnFolderChanged);
        using var cancelled = cancellation.Register(() => End(1, "The server was told to stop"));
        _ = EndWithInputAsync();
        _ = EndWithOutputAsync();
        if (_options.ClientProcessId is { } client)
        {
            _ = EndWithAsync(client, cancellation);
        }
        _ = StartAsync(cancellation);
        var exitCode = await _end.Task.ConfigureAwait(false);
        _watcher?.Dispose();
        // What fails from now on does so because the session is over.
        _server.GetRequiredService<RequestInvoker>().Dispose();
        return exitCode;
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await _server.Initialize(cancellation).ConfigureAwait(false);
            _settings.Take(null);
            if (!_server.WorkspaceFolderManager.IsSupported && RootOf(_server.ClientSettings) is { } root)
            {
                _changes.AddFolders([root]);
            }
            // The first that ends has failed, or all are cancelled.
            var ended = await Task.WhenAny(
                    Task.Run(() => _background.RunAsync(cancellation), cancellation),
                    Task.Run(() => _pump.RunAsync(cancellation), cancellation),
                    Task.Run(() => _idle.RunAsync(cancellation), cancellation)
                )
                .ConfigureAwait(false);
            await ended.ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            _logger.LogCritical(exception, "The server failed");
            End(1, "The server failed");
        }
    }

    /// <summary>
    /// What nobody knows of that a client says of itself (a newer protocol's formats, say) is as if it had not been said; the library
    /// would refuse the client.
    /// </summary>
    private void PassOver(object? sender, Newtonsoft.Json.Serialization.ErrorEventArgs malformed)
    {
        if (malformed.CurrentObject == malformed.ErrorContext.OriginalObject)
        {
            _logger.LogWarning("What the client says of itself is passed over: {Problem}", malformed.ErrorContext.Error.Message);
        }
        malformed.ErrorContext.Handled = true;
    }

    private Task OnInitialize(InitializeParams request, DocumentPaths paths, LspSerializer serializer)
    {
        serializer.JsonSerializer.Error -= PassOver;
        if (request.Capabilities is { } capabilities)
        {
            CodeActionHandler.AddKinds(capabilities);
            serializer.SetClientCapabilities(capabilities);
            _refresh.Client = capabilities;
        }
        _threshold.Follow(request.Trace.ToString().ToLowerInvariant());
        _settings.Initialize(request.InitializationOptions, request.Capabilities);
        if (request.Capabilities?.Workspace?.DidChangeWatchedFiles.Value?.DynamicRegistration != true)
        {
            // A client tells only of what it was asked to watch, and one that cannot be asked tells nothing.
            _watcher = _changes.WatchFolders();
        }
        _client = DiagnosticsClient.Of(request.Capabilities, request.InitializationOptions as JToken);
        var messages = new DiagnosticMessages(new(paths, _client, serializer));
        _reports = _client.Pulls ? new(messages, path => paths.UriOf(path).ToString()) : null;
        _publish = _reports is not null
            ? _reports.Put
            : (path, version, diagnostics) => _output.WriteMessage(messages.Write(path, version, diagnostics).Span);
        if (_options.ClientProcessId is null && request.ProcessId is { } client)
        {
            _ = EndWithAsync((int)client, CancellationToken.None);
        }
        return Task.CompletedTask;
    }

    /// <summary>The library announces more than there is: that it wants the text with every save, and empty sets of abilities; and less.</summary>
    private Task Correct(ServerCapabilities capabilities)
    {
        capabilities.Experimental = null!;
        capabilities.ExtensionData["inlayHintProvider"] = true;
        if (_client.Pulls)
        {
            capabilities.ExtensionData["diagnosticProvider"] = new JObject
            {
                ["identifier"] = "digestlsp",
                ["interFileDependencies"] = true,
                ["workspaceDiagnostics"] = true,
            };
        }
        if (capabilities.Workspace is { } workspace)
        {
            workspace.FileOperations = null;
        }
        if (capabilities.TextDocumentSync?.Options is { } options)
        {
            options.Save = new SaveOptions { IncludeText = false };
        }
        return Task.CompletedTask;
    }

    private void OnRested()
    {
        _idle.Notify();
        if (_reports?.TakeNews() == true && _client.CanRefresh)
        {
            _refresh.SendDiagnostics();
        }
    }

    private void OnFolderChanged(WorkspaceFolderChange change)
    {
        if (DocumentPaths.PathOf(change.Folder.Uri) is { } path)
        {
            if (change.Event == WorkspaceFolderEvent.Add)
            {
                _changes.AddFolders([path]);
            }
            else
            {
                _changes.RemoveFolders([path]);
            }
        }
    }

    private static string? RootOf(InitializeParams request) => request.RootUri is { } uri ? DocumentPaths.PathOf(uri) : request.RootPath;

    /// <summary>The library reads no more after this. Whoever cannot hear ends, so that the editor starts another.</summary>
    private void OnUnreadable(Exception exception)
    {
        _logger.LogCritical(exception, "The client's messages cannot be read");
        End(1, "The client's messages cannot be read");
    }

    private async Task EndWithInputAsync()
    {
        await _input.Ended.ConfigureAwait(false);
        await EndSoonAsync("The client's stream ended").ConfigureAwait(false);
    }

    /// <summary>Whoever cannot speak ends, too: the library is silent for ever after anything that it could not write.</summary>
    private async Task EndWithOutputAsync()
    {
        var written = ((OutputHandler)_server.GetRequiredService<IOutputHandler>()).WaitForShutdown();
        await Task.WhenAny(_output.Failed, written).ConfigureAwait(false);
        if (written is Task<object?> { IsCompletedSuccessfully: true, Result: Exception failure })
        {
            _logger.LogCritical(failure, "A message cannot be written");
        }
        await EndSoonAsync("Nothing can be written to the client").ConfigureAwait(false);
    }

    private async Task EndSoonAsync(string reason)
    {
        // What was read last may be the exit itself, which is still on its way.
        await Task.WhenAny(_end.Task, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
        End(_wasShutDown ? 0 : 1, reason);
    }

    private async Task EndWithAsync(int process, CancellationToken cancellation)
    {
        await ClientProcess.WaitForEndAsync(process, cancellation).ConfigureAwait(false);
        End(_wasShutDown ? 0 : 1, $"The client's process {process} ended");
    }

    private void End(int exitCode, string reason)
    {
        if (_end.TrySetResult(exitCode))
        {
            _logger.LogInformation("{Reason}", reason);
        }
    }
}
