import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';

const scopeName = 'text.digest';
const file = 'syntaxes/digest.tmLanguage.json';

async function loadGrammar() {
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (sources) => new OnigScanner(sources), createOnigString: (text) => new OnigString(text) }),
    loadGrammar: async (name) => (name === scopeName ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar);
  return grammar;
}

const grammar = loadGrammar();

/** Checks one line: every listed piece of text has exactly these scopes below the grammar's own, without their `.digest`. */
async function check(text: string, expected: [piece: string, scopes: string][]): Promise<void> {
  const found: [string, string][] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = (await grammar).tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex);
      const names = scopes.slice(1).join(' ').replaceAll('.digest', '');
      if (piece.trim() !== '') found.push([piece, names]);
    }
  }
  assert.deepEqual(found, expected);
}

const abstract = 'We study how lighthouse keepers file their logs. The result holds for every coast that we visited.';
const paragraph = 'meta.paragraph.abstract';
const title = 'markup.heading.title';
const metadata = 'meta.metadata';

test('banner lines', async () => {
  for (const line of ['new', 'Get trending papers in your email inbox!', 'Subscribe', 'Daily Papers', 'byAK and the research community', 'By AK and the research community', '\uFEFFnew', ' NEW ']) {
    await check(line, [[line, 'comment.line.banner']]);
  }
  await check('new lamps', [['new lamps', title]]);
});

test('date lines', async () => {
  const date = 'markup.heading.date constant.numeric.date';
  for (const line of ['Mar 11', 'Mar 1', 'Mar 11, 2025', 'March 11', 'September 30, 2025', '2025-03-11', 'Feb 30']) await check(line, [[line, date]]);
  await check('March of the Lamps', [['March of the Lamps', title]]);
});

test('a title, its system name, and an abstract', () =>
  check(`Lamp-Keeper: Counting Ships at Night\n\n${abstract}`, [
    ['Lamp-Keeper', `${title} entity.name.type.system`],
    [':', `${title} punctuation.separator.system`],
    [' Counting Ships at Night', title],
    [abstract, paragraph],
  ]));

test('a system name may have a version', () =>
  check('LampKeeper 2.1: Counting Ships', [
    ['LampKeeper 2.1', `${title} entity.name.type.system`],
    [':', `${title} punctuation.separator.system`],
    [' Counting Ships', title],
  ]));

test('titles without a system name', async () => {
  await check('Counting Ships: A Study of Lamps', [['Counting Ships: A Study of Lamps', title]]);
  await check('Counting Ships at Night', [['Counting Ships at Night', title]]);
  await check('Can Ships Be Counted at Night?', [['Can Ships Be Counted at Night?', title]]);
  await check('Do Lamps, or Do They Not, Count: A Study', [['Do Lamps, or Do They Not, Count: A Study', title]]);
  await check('Ratio 3:1 Lamps', [['Ratio 3:1 Lamps', title]]);
});

test('only the first line of a block can be a title', () =>
  check('We study how lighthouse keepers\nfile their logs at night\nsee: Lamps', [
    ['We study how lighthouse keepers', title],
    ['file their logs at night', ''],
    ['see', `${metadata} keyword.other.metadata.key`],
    [':', `${metadata} punctuation.separator.key-value`],
    [' Lamps', `${metadata} string.unquoted.metadata.value`],
  ]));

test('a long line is an abstract even without a final period', async () => {
  const long = abstract.slice(0, -1).repeat(3);
  await check(long, [[long, paragraph]]);
});

test('a short line that ends like a sentence, an ellipsis or a link is an abstract', async () => {
  await check('This paper was withdrawn.', [['This paper was withdrawn.', paragraph]]);
  await check('We count ships at…', [['We count ships at…', paragraph]]);
  await check('Code is at https://lamps.example/code', [
    ['Code is at ', paragraph],
    ['https://lamps.example/code', `${paragraph} markup.underline.link`],
  ]);
});

test('links end before the punctuation that follows them', () =>
  check('Logs (https://lamps.example/logs) and https://lamps.example/a.b, and more.', [
    ['Logs (', paragraph],
    ['https://lamps.example/logs', `${paragraph} markup.underline.link`],
    [') and ', paragraph],
    ['https://lamps.example/a.b', `${paragraph} markup.underline.link`],
    [', and more.', paragraph],
  ]));

test('arXiv identifiers in running text need their prefix', () =>
  check('See arXiv:2501.01234v2 and cost 2501.01234 in all.', [
    ['See ', paragraph],
    ['arXiv:2501.01234v2', `${paragraph} constant.other.identifier.arxiv`],
    [' and cost 2501.01234 in all.', paragraph],
  ]));

test('metadata after a title', () =>
  check(`Counting Ships\narxiv: 2501.01234\nurl: https://lamps.example\nsee: Counting Boats\n\n${abstract}`, [
    ['Counting Ships', title],
    ['arxiv', `${metadata} keyword.other.metadata.key`],
    [':', `${metadata} punctuation.separator.key-value`],
    ['2501.01234', `${metadata} string.unquoted.metadata.value constant.other.identifier.arxiv`],
    ['url', `${metadata} keyword.other.metadata.key`],
    [':', `${metadata} punctuation.separator.key-value`],
    ['https://lamps.example', `${metadata} string.unquoted.metadata.value markup.underline.link`],
    ['see', `${metadata} keyword.other.metadata.key`],
    [':', `${metadata} punctuation.separator.key-value`],
    [' Counting Boats', `${metadata} string.unquoted.metadata.value`],
    [abstract, paragraph],
  ]));

test('metadata after an abstract', () =>
  check(`${abstract}\ntags: lamps, ships`, [
    [abstract, paragraph],
    ['tags', `${paragraph} ${metadata} keyword.other.metadata.key`],
    [':', `${paragraph} ${metadata} punctuation.separator.key-value`],
    [' lamps, ships', `${paragraph} ${metadata} string.unquoted.metadata.value`],
  ]));

test("a block's first line is never metadata", () =>
  check('note: On Lamps', [
    ['note', `${title} entity.name.type.system`],
    [':', `${title} punctuation.separator.system`],
    [' On Lamps', title],
  ]));

test('an unknown key is text', () => check(`${abstract}\nvenue: the pier`, [[abstract, paragraph], ['venue: the pier', paragraph]]));
