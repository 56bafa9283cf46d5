import { Disposable, Uri, commands } from 'vscode';
import { ClientCapabilities, FeatureState, LanguageClient, Location, Position, StaticFeature } from 'vscode-languageclient/node';

const showReferences = 'digestlsp.showReferences';

/**
 * What a click on a code lens does: shows places in a peek window. The protocol has no way to do so, therefore the client tells the
 * server that it has this command, and the server makes no lenses for clients that have not.
 */
export class ReferencesCommand implements StaticFeature {
  private registration: Disposable | undefined;

  constructor(private readonly client: LanguageClient) {}

  fillClientCapabilities(capabilities: ClientCapabilities): void {
    const experimental = capabilities.experimental as object | undefined;
    capabilities.experimental = { ...experimental, commands: { commands: [showReferences] } };
  }

  initialize(): void {
    this.registration ??= commands.registerCommand(showReferences, (uri: string, position: Position, locations: Location[]) => {
      const { asPosition, asLocation } = this.client.protocol2CodeConverter;
      return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations.map(asLocation));
    });
  }

  getState(): FeatureState {
    return { kind: 'static' };
  }

  clear(): void {
    this.registration?.dispose();
    this.registration = undefined;
  }
}
