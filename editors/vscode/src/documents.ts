import { TextDocument } from 'vscode';

/** The language id of digests. */
export const digestLanguage = 'digest';

/** The places of the documents that the server is told about: not diffs, not other extensions' virtual documents. */
export const localSchemes: readonly string[] = ['file', 'untitled'];

export function isLocal(document: TextDocument): boolean {
  return localSchemes.includes(document.uri.scheme);
}

export function isDigest(document: TextDocument): boolean {
  return document.languageId === digestLanguage && isLocal(document);
}
