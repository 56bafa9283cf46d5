import { ExtensionContext, commands, window, workspace } from 'vscode';
import { fileOpensWithBanner } from './banner';
import { detectDigests } from './detection';
import { isDigest } from './documents';
import { Server } from './server';

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('DigestLsp', { log: true });
  const trace = window.createOutputChannel('DigestLsp Trace', { log: true });
  const ours = (server = new Server(context, { output, trace }));

  context.subscriptions.push(
    output,
    trace,
    commands.registerCommand('digestlsp.restartServer', () => ours.restart()),
    commands.registerCommand('digestlsp.showOutput', () => output.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('digestlsp.server.path')) void ours.settingsChanged();
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isDigest(document)) void ours.start();
    }),
    detectDigests(),
  );

  // Plain text activates the extension too, and alone it needs no server.
  if (workspace.textDocuments.some(isDigest) || (await workspaceHasDigests())) await ours.start();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** How many plain texts of a workspace are looked at: more is no folder of digests that are all named like other texts. */
const textsRead = 500;

async function workspaceHasDigests(): Promise<boolean> {
  if ((await workspace.findFiles('**/*.{digest,digest.txt}', undefined, 1)).length > 0) return true;
  for (const { scheme, fsPath } of await workspace.findFiles('**/*.txt', '**/node_modules/**', textsRead)) {
    if (scheme === 'file' && (await fileOpensWithBanner(fsPath))) return true;
  }
  return false;
}
