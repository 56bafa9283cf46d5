import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What `digestlsp check` finds in a folder: the account that the editor's is held against. */
export class Findings {
  constructor({ diagnostics, papers }, folder) {
    this.diagnostics = diagnostics;
    this.papers = papers;
    this.folder = folder;
  }

  /** Runs the server's own executable from an installed extension. */
  static async of(folder, extensions) {
    const extension = readdirSync(extensions).find((name) => name.startsWith('digestlsp.'));
    const executable = path.join(extensions, extension, 'server/digestlsp');
    const output = await new Promise((resolve, reject) =>
      execFile(executable, ['check', '--format', 'json', '.'], { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        // 1 says that there are findings.
        error && error.code !== 1 ? reject(new Error(`digestlsp check: ${stderr || error.message}`)) : resolve(stdout),
      ),
    );
    return new Findings(JSON.parse(output), folder);
  }

  /** The findings that the Problems view shows: VS Code keeps hints out of it. */
  inProblems() {
    return this.diagnostics
      .filter(({ severity }) => severity !== 'silent' && severity !== 'none')
      .map(({ file, rule, start, message }) => ({ file: path.normalize(file), rule, ...start, message }));
  }

  /** The first paper that stands in another file, unchanged. */
  duplicateAcrossFiles() {
    const found = this.across('DG2001');
    return { ...found, ...this.#paperAt(found) };
  }

  /** The first finding of a rule that leads to another file, and where in that. */
  across(id) {
    const found = this.diagnostics.find(({ rule, file, related }) => rule === id && related.some((place) => place.file !== file));
    if (found === undefined) throw new Error(`The samples hold no finding of ${id} that leads to another file.`);
    return { ...found, elsewhere: found.related.find((place) => place.file !== found.file) };
  }

  /** The first finding that has a repair of its own text: a missing blank line. */
  repairable() {
    const found = this.diagnostics.find(({ rule, fixable }) => rule === 'DG1006' && fixable);
    if (found === undefined) throw new Error('The samples hold no missing blank line (DG1006).');
    return found;
  }

  /** A line of a file, its number from 1. */
  line(file, number) {
    return this.#lines(file)[number - 1];
  }

  /** The number, from 1, of a file's first line that matches. */
  lineOf(file, pattern) {
    return this.#lines(file).findIndex((line) => pattern.test(line)) + 1;
  }

  /** The title on a finding's line and the first words of the abstract that follows. */
  #paperAt({ file, start }) {
    const lines = this.#lines(file);
    const blank = lines.indexOf('', start.line);
    return { title: lines[start.line - 1], abstractStart: lines[blank + 1].slice(0, 60) };
  }

  #lines(file) {
    return readFileSync(path.join(this.folder, file), 'utf8').split(/\r\n|\r|\n/);
  }
}
