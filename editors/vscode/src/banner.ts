import { open, stat } from 'node:fs/promises';

/** The lines with which a digest is known to open, in any order and number; letter case does not matter. The server knows the same. */
const bannerLines: ReadonlySet<string> = new Set([
  'new',
  'get trending papers in your email inbox!',
  'subscribe',
  'daily papers',
  'byak and the research community',
  'by ak and the research community',
]);

/** How many banner lines make a banner: one alone ("new", "Subscribe") opens many other texts. */
const bannerLinesNeeded = 2;

/** A banner stands at the very top of a text: only this many lines are looked at. */
export const linesRead = 40;

/**
 * Whether a text opens with a digest's banner: banner lines, whole and in any order, before any other text. A byte order mark, blank lines
 * and white space around a line do not count.
 * @param lines the text's lines from its first on, without their ends; no more are taken than needed
 */
export function opensWithBanner(lines: Iterable<string>): boolean {
  let found = 0;
  let read = 0;
  for (const line of lines) {
    // trim() also takes the byte order mark, which counts as white space.
    const text = line.trim().toLowerCase();
    if (bannerLines.has(text)) found++;
    else if (text !== '') return false;
    if (found >= bannerLinesNeeded) return true;
    if (++read >= linesRead) return false;
  }
  return false;
}

/** As many bytes as the longest banner takes, with much room for blank lines. */
const bytesRead = 4096;

/** Whether a file opens with a digest's banner. What cannot be read, and what is no file but a pipe, say, does not. */
export async function fileOpensWithBanner(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    const file = await open(path);
    try {
      const { buffer, bytesRead: count } = await file.read(Buffer.alloc(bytesRead), 0, bytesRead, 0);
      return opensWithBanner(buffer.toString('utf8', 0, count).split(/\r\n|\r|\n/));
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
