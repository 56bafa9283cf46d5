import { homedir } from 'node:os';
import { ExtensionContext, commands, window, workspace } from 'vscode';
import { Channels, DigestClient, clientId } from './digestClient';
import { locateServer, whyNotExecutable } from './executable';

/** The one language server of this window. Starts, restarts and stops follow each other, never overlap. */
export class Server {
  private client: DigestClient | undefined;
  private wanted = false;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: ExtensionContext,
    private readonly channels: Channels,
  ) {}

  /** Starts the server the first time that one is wanted; whether that succeeded is not tried again until a restart. */
  start(): Promise<void> {
    return this.wanted ? this.last : this.restart();
  }

  /** Stops the server, if it runs, and starts it with the settings as they are now. */
  restart(): Promise<void> {
    this.wanted = true;
    return this.enqueue(async () => {
      await this.close();
      await this.launch();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.close());
  }

  /** Restarts a server that was wanted, with the settings as they are now. */
  async settingsChanged(): Promise<void> {
    if (this.wanted) await this.restart();
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step, step);
    return this.last;
  }

  private async launch(): Promise<void> {
    const workspaceFolder = workspace.workspaceFolders?.find((folder) => folder.uri.scheme === 'file')?.uri.fsPath;
    const command = locateServer({
      setting: workspace.getConfiguration(clientId).get('server.path', ''),
      extensionFolder: this.context.extensionPath,
      workspaceFolder,
      homeFolder: homedir(),
      platform: process.platform,
    });
    const reason = whyNotExecutable(command, this.context.extensionPath);
    if (reason !== undefined) return this.tellUnusable(command, reason);

    this.channels.output.info(`Starting ${command} lsp`);
    const client = new DigestClient(command, workspaceFolder, this.channels);
    try {
      await client.start();
      this.client = client;
    } catch (error) {
      this.tellUnusable(command, (error as Error).message);
    }
  }

  private async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.close();
  }

  private tellUnusable(command: string, reason: string): void {
    this.channels.output.error(`${command} could not be started. ${reason}`);
    const [settings, output] = ['Open Settings', 'Show Output'];
    const message =
      `DigestLsp could not start its server ${command}. ${reason} Reinstall the extension, or set "${clientId}.server.path" to a ` +
      'digestlsp executable that runs in a terminal; then run "DigestLsp: Restart Server".';
    void window.showErrorMessage(message, settings, output).then((choice) => {
      if (choice === settings) void commands.executeCommand('workbench.action.openSettings', `${clientId}.server.path`);
      if (choice === output) this.channels.output.show();
    });
  }
}
