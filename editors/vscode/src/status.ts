/** What the server answers to `digestlsp/status`, as far as it is shown. */
export interface Status {
  /** Digests of the workspace, opened or not. */
  readonly files: number;
  readonly papers: number;
  /** Papers of which another copy stands before them. */
  readonly duplicates: number;
  /** Whether the server has nothing left to do. */
  readonly quiescent: boolean;
  /** From the last change of a text to its findings; 0 before the first change. */
  readonly lastLatencyMilliseconds: number;
  readonly workingSetBytes: number;
}

/**
 * What the status bar shows.
 * @param isReading whether the digests are read for the first time, so that the numbers still rise
 */
export function label(status: Status, isReading: boolean): string {
  return `$(${isReading ? 'sync~spin' : 'library'}) ${summary(status)}`;
}

/** The few words of the status bar. */
export function summary({ papers, duplicates }: Status): string {
  return `${count(papers, 'paper')}, ${count(duplicates, 'duplicate')}`;
}

/** The same at length, one thing a line. */
export function explanation({ files, papers, duplicates, quiescent, lastLatencyMilliseconds, workingSetBytes }: Status): string {
  const lines = [
    `${count(papers, 'paper')} in ${count(files, 'digest')}`,
    duplicates === 0 ? 'Each paper stands once' : `${duplicates.toLocaleString('en')} of them ${duplicates === 1 ? 'stands' : 'stand'} in an earlier place, too`,
  ];
  if (lastLatencyMilliseconds > 0) lines.push(`Findings ${lastLatencyMilliseconds.toFixed(1)} ms after the last change`);
  lines.push(`${Math.round(workingSetBytes / 2 ** 20).toLocaleString('en')} MB of memory in use`);
  if (!quiescent) lines.push('Still at work');
  return lines.join('\n');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
