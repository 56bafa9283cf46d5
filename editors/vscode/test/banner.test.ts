import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { fileOpensWithBanner, linesRead, opensWithBanner } from '../src/banner';

const banner = ['new', '', 'Get trending papers in your email inbox!', '', 'Subscribe', '', 'byAK and the research community', '', 'Mar 11', '', 'A Title'];

function check(lines: string[], expected: boolean): void {
  assert.equal(opensWithBanner(lines), expected, JSON.stringify(lines));
}

test('a banner is found, with or without its optional line', () => {
  check(banner, true);
  check([...banner.slice(0, 6), 'Daily Papers', '', ...banner.slice(6)], true);
});

test('the order and the number of banner lines do not matter from two on', () => {
  check(['Subscribe', '', 'new', '', 'Apr 2'], true);
  check(['byAK and the research community', '', 'Daily Papers'], true);
});

test('banner lines may share a block', () => check(['new', 'Subscribe', 'Mar 11'], true));

test('no date line is needed: a rule reports that it is missing', () => check(['new', '', 'Subscribe', '', 'A Title'], true));

test('a byte order mark, leading blank lines, white space and CR around a line do not count', () => {
  check(['\uFEFFnew', '', 'Subscribe'], true);
  check(['', '  ', '\tnew ', '', 'Subscribe\r'], true);
});

test('one banner line is not enough', () => {
  check(['new', '', 'Mar 11', '', 'A Title'], false);
  check(['Subscribe', 'to our letter'], false);
});

test('any other text before the second banner line decides against', () => {
  check(['new', '', 'Shopping list', '', 'Subscribe'], false);
  check(['Notes', ...banner], false);
  check(['Mar 11', '', ...banner], false);
});

test('a banner line must be the whole line', () => {
  check(['new papers', '', 'Subscribe'], false);
  check(['new Subscribe'], false);
});

test('letter case and the space that copying loses do not matter', () => {
  check(['New', '', 'SUBSCRIBE'], true);
  check(['new', '', 'by AK and the research community'], true);
});

test('empty texts are no digests', () => {
  check([], false);
  check([''], false);
  check(['', ' ', ''], false);
});

test('only the top of a text is read', () => {
  let read = 0;
  function* endlessBlankLines(): Iterable<string> {
    for (;;) {
      read++;
      yield '';
    }
  }
  assert.equal(opensWithBanner(endlessBlankLines()), false);
  assert.equal(read, linesRead);
});

test('reading stops at the line that decides', () => {
  function* lines(): Iterable<string> {
    yield 'Plain text';
    assert.fail('read on');
  }
  assert.equal(opensWithBanner(lines()), false);
});

test('the first lines of a file tell, and what is no readable file is no digest', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'digestlsp-banner-'));
  try {
    const checkFile = async (name: string, content: string | Buffer | undefined, expected: boolean): Promise<void> => {
      const file = path.join(folder, name);
      if (content !== undefined) writeFileSync(file, content);
      assert.equal(await fileOpensWithBanner(file), expected, name);
    };
    await checkFile('digest.txt', [...banner, '', 'An abstract. '.repeat(10_000)].join('\r\n'), true);
    await checkFile('notes.txt', 'Notes\n', false);
    await checkFile('empty.txt', '', false);
    await checkFile('picture.txt', Buffer.from([0xff, 0xd8, 0x00, 0x0a]), false);
    await checkFile('missing.txt', undefined, false);
    await checkFile('.', undefined, false);
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
      await checkFile('pipe.txt', undefined, false);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
