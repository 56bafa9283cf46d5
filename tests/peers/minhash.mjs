// Reads titles and abstracts, a paper a line, separated by a tab, and prints for each round how many seconds of processor time the
// signatures of all took: the package's own class, once a paper, fed with the pairs of neighbouring words that DigestLsp compares.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [tools, file, rounds] = process.argv.slice(2);
const { Minhash } = createRequire(`${tools}/`)('minhash');

const papers = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line)
  .map((line) => {
    const words = line.split('\t')[1].toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(1).map((word, i) => `${words[i]} ${word}`);
  });

for (let round = 0; round < Number(rounds); round++) {
  const before = process.cpuUsage();
  for (const pairs of papers) {
    const signature = new Minhash({ numPerm: 128 });
    for (const pair of pairs) signature.update(pair);
  }
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1e6);
}
