import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** How many characters of what the server last wrote to standard error are kept for a message. */
const errorTail = 2000;

/** A running `digestlsp lsp`, which speaks on its standard input and output. */
export class ServerProcess {
  private lastErrors = '';

  private constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.lastErrors = (this.lastErrors + text).slice(-errorTail)));
    // Without a listener a late error would end the extension host; why the process ended is asked of describeEnd.
    child.on('error', () => undefined);
  }

  /** Starts the executable; rejects with the operating system's reason where that is refused. */
  static async start(command: string, workingFolder: string | undefined): Promise<ServerProcess> {
    const server = new ServerProcess(spawn(command, ['lsp'], { cwd: workingFolder, windowsHide: true }));
    await once(server.child, 'spawn');
    return server;
  }

  /** How the process ended and what it last complained of, or undefined where it runs on. */
  async describeEnd(): Promise<string | undefined> {
    if (!(await this.endsWithin(500))) return undefined;
    const end = this.child.exitCode === null ? `was ended by ${this.child.signalCode}` : `ended with exit code ${this.child.exitCode}`;
    const complaint = this.lastErrors.trim();
    return complaint === '' ? `It ${end}.` : `It ${end} and said “${complaint}”.`;
  }

  /** Waits for the process to leave by itself, then ends it. */
  async end(patience: number): Promise<void> {
    if (!(await this.endsWithin(patience))) this.child.kill('SIGKILL');
  }

  private async endsWithin(milliseconds: number): Promise<boolean> {
    const ended = (): boolean => this.child.exitCode !== null || this.child.signalCode !== null;
    if (!ended()) await Promise.race([once(this.child, 'exit'), delay(milliseconds, undefined, { ref: false })]);
    return ended();
  }
}
