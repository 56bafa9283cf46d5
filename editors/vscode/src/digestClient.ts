import { createInterface } from 'node:readline';
import { LogOutputChannel } from 'vscode';
import { CloseAction, CloseHandlerResult, LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/node';
import { digestLanguage, localSchemes } from './documents';
import { ReferencesCommand } from './referencesCommand';
import { ServerProcess } from './serverProcess';
import { StatusItem } from './statusItem';

/** Names the client, and the section of the settings from which it takes `trace.server`. */
export const clientId = 'digestlsp';

/** Where the client writes. */
export interface Channels {
  readonly output: LogOutputChannel;
  readonly trace: LogOutputChannel;
}

/**
 * The language client of digests. While it starts it tries once and shows nothing: the caller knows what to tell the user. After that the
 * library's habits hold: a server that crashes is started again, up to four times in three minutes.
 */
export class DigestClient extends LanguageClient {
  private process: ServerProcess | undefined;
  private starting = true;

  constructor(command: string, workingFolder: string | undefined, { output, trace }: Channels) {
    const launch = async () => (this.process = await ServerProcess.start(command, workingFolder)).child;
    super(clientId, 'DigestLsp', launch, {
      // The server itself asks for the files to watch: none are named here.
      documentSelector: localSchemes.map((scheme) => ({ scheme, language: digestLanguage })),
      // The server is told of settings at its start and whenever they change.
      synchronize: { configurationSection: clientId },
      outputChannel: output,
      traceOutputChannel: trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // The server logs to standard error, and not only errors.
      stdioOptions: { stderr: logLines, stdout: logLines },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (...args) => habits.error(...args),
        closed: async () => (this.starting ? { action: CloseAction.DoNotRestart, handled: true } : withWayBack(await habits.closed())),
      },
    });
    const habits = this.createDefaultErrorHandler();
    this.registerFeature(new ReferencesCommand(this));
    this.registerFeature(new StatusItem(this));
  }

  /** Starts the server; rejects with one sentence that says why it could not be used. */
  override async start(): Promise<void> {
    try {
      await super.start();
    } catch (error) {
      const end = await this.process?.describeEnd();
      await this.process?.end(0);
      throw new Error(end ?? (error instanceof Error ? error.message : String(error)));
    } finally {
      this.starting = false;
    }
  }

  /** Stops the server, by force where it does not leave when told to. */
  async close(): Promise<void> {
    const patience = 2000;
    await this.dispose(patience).catch((error: unknown) => this.warn(`The server did not stop cleanly: ${String(error)}`));
    await this.process?.end(patience);
  }

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, this.starting ? false : showNotification);
  }
}

/** Where a server is given up, the message says how to start it all the same. */
function withWayBack(result: CloseHandlerResult): CloseHandlerResult {
  if (result.message === undefined) return result;
  return { ...result, message: `${result.message} To try again, run "DigestLsp: Restart Server".` };
}

function logLines(input: NodeJS.ReadableStream, channel: LogOutputChannel): void {
  createInterface({ input, crlfDelay: Infinity }).on('line', (line) => channel.info(line));
}
