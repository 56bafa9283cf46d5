import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Status, explanation, label, summary } from '../src/status';

const status: Status = { files: 6, papers: 1234, duplicates: 8, quiescent: true, lastLatencyMilliseconds: 1.42, workingSetBytes: 85 * 2 ** 20 };

function check(change: Partial<Status>, expected: string, ...lines: string[]): void {
  assert.equal(summary({ ...status, ...change }), expected);
  assert.deepEqual(explanation({ ...status, ...change }).split('\n'), lines);
}

const memory = '85 MB of memory in use';

test('papers and duplicates are counted, and the last change is told at length', () => {
  const copies = '8 of them stand in an earlier place, too';
  check({}, '1,234 papers, 8 duplicates', '1,234 papers in 6 digests', copies, 'Findings 1.4 ms after the last change', memory);
});

test('one is not many, and none is told in words', () => {
  const change = 'Findings 1.4 ms after the last change';
  check({ files: 1, papers: 1, duplicates: 0 }, '1 paper, 0 duplicates', '1 paper in 1 digest', 'Each paper stands once', change, memory);
  check({ duplicates: 1 }, '1,234 papers, 1 duplicate', '1,234 papers in 6 digests', '1 of them stands in an earlier place, too', change, memory);
});

test('before the first change there is no latency, and a server at work says so', () => {
  const lines = ['1,234 papers in 6 digests', 'Each paper stands once', memory, 'Still at work'];
  check({ duplicates: 0, lastLatencyMilliseconds: 0, quiescent: false }, '1,234 papers, 0 duplicates', ...lines);
});

test('while digests are read for the first time the numbers are seen to rise', () => {
  assert.equal(label(status, true), '$(sync~spin) 1,234 papers, 8 duplicates');
  assert.equal(label(status, false), '$(library) 1,234 papers, 8 duplicates');
});
