import { Disposable, TextDocument, languages, workspace } from 'vscode';
import { linesRead, opensWithBanner } from './banner';
import { digestLanguage, isLocal } from './documents';

/**
 * Gives the language `digest` to plain text that opens with a digest's banner, now and whenever such a document is opened or its first
 * lines are typed or pasted. VS Code's own first-line detection does not apply to `.txt`.
 */
export function detectDigests(): Disposable {
  // A language change closes and opens the same document: whoever turns a digest back into plain text is not overruled.
  const alreadySet = new WeakSet<TextDocument>();

  const look = (document: TextDocument): void => {
    if (document.languageId !== 'plaintext' || !isLocal(document) || alreadySet.has(document)) return;
    if (!opensWithBanner(linesOf(document))) return;
    alreadySet.add(document);
    void languages.setTextDocumentLanguage(document, digestLanguage);
  };

  workspace.textDocuments.forEach(look);
  return Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some((change) => change.range.start.line < linesRead)) look(document);
    }),
  );
}

function* linesOf(document: TextDocument): Iterable<string> {
  for (let line = 0; line < document.lineCount; line++) yield document.lineAt(line).text;
}
