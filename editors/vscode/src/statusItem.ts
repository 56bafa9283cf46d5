import { Disposable, StatusBarAlignment, StatusBarItem, languages, window, workspace } from 'vscode';
import { FeatureState, LanguageClient, StaticFeature } from 'vscode-languageclient/node';
import { isDigest } from './documents';
import { Status, explanation, label } from './status';

/** How long texts and findings rest before the server is asked, in milliseconds: nobody reads the status bar while typing. */
const rest = 500;

/** Shows in the status bar how many papers and duplicates the server knows of, while it runs. */
export class StatusItem implements StaticFeature {
  private lifetime: Disposable | undefined;
  private isReading = true;

  constructor(private readonly client: LanguageClient) {}

  fillClientCapabilities(): void {}

  initialize(): void {
    this.clear();
    this.isReading = true;
    const item = window.createStatusBarItem('status', StatusBarAlignment.Left);
    item.name = 'DigestLsp';
    item.command = 'workbench.actions.view.problems';
    let timer: NodeJS.Timeout | undefined;
    const ask = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.update(item).then((settled) => settled || ask()), rest);
    };
    this.lifetime = Disposable.from(
      item,
      { dispose: () => clearTimeout(timer) },
      languages.onDidChangeDiagnostics(ask),
      workspace.onDidChangeTextDocument(({ document }) => isDigest(document) && ask()),
    );
    ask();
  }

  getState(): FeatureState {
    return { kind: 'static' };
  }

  clear(): void {
    this.lifetime?.dispose();
    this.lifetime = undefined;
  }

  /** Returns false where the server was still at work, so that what is shown will change. */
  private async update(item: StatusBarItem): Promise<boolean> {
    const { lifetime } = this;
    // A server that has left is not waited for, and one chosen in the settings may be older than the request.
    const status = await this.client.sendRequest<Status>('digestlsp/status').catch(() => undefined);
    if (status === undefined || lifetime === undefined || lifetime !== this.lifetime) return true;
    this.isReading &&= !status.quiescent;
    item.text = label(status, this.isReading);
    item.tooltip = explanation(status);
    if (status.papers > 0) item.show();
    else item.hide();
    return status.quiescent;
  }
}
