import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { Surroundings, locateServer, whyNotExecutable } from '../src/executable';

const surroundings: Surroundings = {
  setting: '',
  extensionFolder: path.resolve('/extensions/digestlsp'),
  workspaceFolder: path.resolve('/papers'),
  homeFolder: path.resolve('/home/curator'),
  platform: 'linux',
};

function check(change: Partial<Surroundings>, expected: string): void {
  assert.equal(locateServer({ ...surroundings, ...change }), path.resolve(expected));
}

test('without a setting the server inside the extension is used', () => {
  check({}, '/extensions/digestlsp/server/digestlsp');
  check({ setting: '  ' }, '/extensions/digestlsp/server/digestlsp');
  check({ platform: 'win32' }, '/extensions/digestlsp/server/digestlsp.exe');
});

test('the setting wins: absolute, from the home folder, from the workspace', () => {
  check({ setting: '/opt/digestlsp' }, '/opt/digestlsp');
  check({ setting: '~/bin/digestlsp' }, '/home/curator/bin/digestlsp');
  check({ setting: 'tools/digestlsp' }, '/papers/tools/digestlsp');
  check({ setting: 'tools/digestlsp', workspaceFolder: undefined }, '/home/curator/tools/digestlsp');
  check({ setting: '~tools/digestlsp' }, '/papers/~tools/digestlsp');
});

test('what cannot be executed is named', { skip: process.platform === 'win32' && 'Windows has no execute permission' }, (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'digestlsp-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const extensionFolder = path.join(folder, 'extension');
  mkdirSync(extensionFolder);
  const own = path.join(extensionFolder, 'digestlsp');
  const other = path.join(folder, 'digestlsp');
  for (const file of [own, other]) {
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o644);
  }

  assert.equal(whyNotExecutable(path.join(folder, 'nothing'), extensionFolder), 'There is no such file.');
  assert.equal(whyNotExecutable(folder, extensionFolder), 'It is not a file.');
  assert.equal(whyNotExecutable(other, extensionFolder), 'The file may not be executed.');
  assert.equal(statSync(other).mode & 0o111, 0, 'a file that is not ours is left alone');

  assert.equal(whyNotExecutable(own, extensionFolder), undefined);
  assert.equal(statSync(own).mode & 0o111, 0o111, 'our own is made executable');
  chmodSync(other, 0o755);
  assert.equal(whyNotExecutable(other, extensionFolder), undefined);
});
