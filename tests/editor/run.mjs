// Started by run.sh, which says what it does and sets up what it needs.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Checks } from './checks.mjs';
import { CodeServer } from './codeServer.mjs';
import { Findings } from './findings.mjs';
import { Workbench, oneLine, plain } from './workbench.mjs';
import { writingChecks } from './writing.mjs';

const { values: options } = parseArgs({
  options: Object.fromEntries(['tools', 'extension', 'samples', 'out', 'seconds'].map((name) => [name, { type: 'string' }])),
});
const { chromium } = createRequire(path.join(options.tools, 'driver/package.json'))('playwright-core');

rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });

const codeServer = new CodeServer(options.tools);
const folder = path.join(codeServer.folder, 'samples');
for (const digests of [options.samples, path.join(import.meta.dirname, 'fixtures')]) cpSync(digests, folder, { recursive: true });

let browser, workbench, findings, duplicate, address;
const checks = new Checks(options.out, async (file) => workbench?.screenshot(file));

process.on('exit', () => codeServer.cleanUp());
const interrupt = (reason) => {
  checks.giveUp(reason);
  checks.summarize();
  process.exit(1);
};
setTimeout(interrupt, 1000 * Number(options.seconds), 'The time for the editor test is up.').unref();
process.on('uncaughtException', (error) => interrupt(error.stack));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(`The editor test was ended by ${signal}.`));

const lines = (problems) => problems.map(oneLine).sort();
const same = (problems, expected) => isDeepStrictEqual(lines(problems), lines(expected));
const expectedProblems = () => findings.inProblems();
const allProblemsAreBack = () => workbench.problemsWhen('Problems shows what check finds', folder, (rows) => same(rows, expectedProblems()));

await checks.require('The extension installs from its package', async () => {
  assert.deepEqual(await codeServer.install(options.extension), ['digestlsp.digestlsp']);
});

await checks.require('The packed executable checks the samples', async () => {
  findings = await Findings.of(folder, codeServer.extensions);
  duplicate = findings.duplicateAcrossFiles();
  assert.ok(new Set(expectedProblems().map(({ file }) => file)).size >= 3, 'findings in fewer than three files');
});

await checks.require('VS Code opens the folder', async () => {
  address = await codeServer.start();
  browser = await chromium.launch({
    executablePath: path.join(options.tools, 'chromium'),
    env: codeServer.environment,
    // Nothing outside this machine is asked for anything.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  workbench = new Workbench(await browser.newPage({ viewport: { width: 1280, height: 860 } }));
  await workbench.open(address, folder);
});

await checks.require('Problems lists the findings of every file, and no file was opened', async () => {
  const rows = await allProblemsAreBack();
  assert.equal(await workbench.activeTab(), undefined);
  for (const { message, ...place } of expectedProblems()) {
    const row = rows.find((candidate) => oneLine(candidate) === oneLine(place));
    assert.ok(message.startsWith(row.message.split('\n')[0]), `${oneLine(place)} says ${row.message}`);
  }
});

await checks.check('A digest is coloured by what its lines are', async () => {
  await workbench.openFile(duplicate.file);
  assert.equal(await workbench.languageMode(), 'Digest');
  await workbench.until('banner, date and title have colours of their own', async () => {
    const colours = await workbench.colours();
    const [banner, date] = ['new', 'Subscribe'].map((line) => colours.get(line));
    return banner !== undefined && banner === date && new Set([...colours.values()]).size >= 4;
  });
});

await checks.check('A duplicate title is underlined where it stands', async () => {
  await workbench.openFile(duplicate.file);
  await workbench.goTo(duplicate.end.line, duplicate.end.column);
  const end = (await workbench.caret()).x;
  await workbench.goTo(duplicate.start.line, duplicate.start.column);
  const start = (await workbench.caret()).x;
  await workbench.until('a squiggle is under the title', async () => (await workbench.squigglesAtCursor()).length > 0);
  const [squiggle] = await workbench.squigglesAtCursor();
  assert.equal(squiggle.severity, duplicate.severity === 'suggestion' ? 'info' : duplicate.severity);
  assert.ok(Math.abs(squiggle.left - start) < 4 && Math.abs(squiggle.right - end) < 4, `squiggle ${JSON.stringify(squiggle)}, title ${start} to ${end}`);
});

await checks.check('Hovering over it tells the finding, the other place and how the abstract begins', async () => {
  await workbench.openFile(duplicate.file);
  await workbench.goTo(duplicate.start.line, duplicate.start.column);
  await workbench.hoverAtCursor(duplicate.message, duplicate.rule, path.basename(duplicate.elsewhere.file), duplicate.abstractStart);
  await workbench.screenshot(path.join(options.out, 'hover.png'));
});

await checks.check('F12 goes to the same paper in the other file', async () => {
  await workbench.openFile(duplicate.file);
  await workbench.goTo(duplicate.start.line, duplicate.start.column);
  await workbench.press('F12');
  const { file, line } = duplicate.elsewhere;
  await workbench.until(`the cursor is on line ${line} of ${file}`, async () => {
    return (await workbench.activeTab()) === path.basename(file) && (await workbench.cursor())?.line === line;
  }, async () => `${await workbench.activeTab()} ${JSON.stringify(await workbench.cursor())}`);
});

await checks.check('Shift+F12 lists the paper in both files', async () => {
  await workbench.openFile(duplicate.file);
  await workbench.goTo(duplicate.start.line, duplicate.start.column);
  await workbench.press('Shift+F12');
  const files = [duplicate.file, duplicate.elsewhere.file].map((file) => path.basename(file)).sort();
  await workbench.until(`the places are in ${files.join(' and ')}`, async () => isDeepStrictEqual(await workbench.referencedFiles(), files), async () => {
    return (await workbench.referencedFiles()).join(' ');
  });
  await workbench.press('Escape');
});

await checks.check('Ctrl+T finds the paper by words of its title', async () => {
  await workbench.press('Control+T');
  await workbench.search(`#${duplicate.title.split(' ').slice(0, 4).join(' ')}`, duplicate.title);
  await workbench.press('Escape');
});

await checks.check('A section folds under its date', async () => {
  await workbench.openFile(duplicate.file);
  const date = findings.lineOf(duplicate.file, /^\w{3} \d+/);
  await workbench.goTo(date, 1);
  const below = plain(findings.line(duplicate.file, date + 2));
  await workbench.until('the paper below is in sight', async () => (await workbench.visibleLines()).includes(below));
  await workbench.press('Control+Shift+[');
  await workbench.until('the paper below is folded away', async () => !(await workbench.visibleLines()).includes(below));
  await workbench.press('Control+Shift+]');
  await workbench.until('the paper below is back', async () => (await workbench.visibleLines()).includes(below));
});

await checks.check('A typed letter changes the findings at once, and undo brings them back', async () => {
  await workbench.openFile(duplicate.file);
  await workbench.goTo(duplicate.end.line, duplicate.end.column);
  const { file, rule, start } = duplicate;
  const before = oneLine({ file, rule, ...start });
  try {
    await workbench.type('x');
    await workbench.problemsWhen('the title is no exact duplicate any more', folder, (rows) => rows.length > 0 && !lines(rows).includes(before));
    await workbench.screenshot(path.join(options.out, 'typed.png'));
    await workbench.goTo(duplicate.end.line, duplicate.end.column + 1);
    await workbench.press('Control+Z');
    await allProblemsAreBack();
  } finally {
    await workbench.command('File: Revert File');
  }
});

await checks.check('Ctrl+. on a finding that can be repaired repairs it, and undo brings it back', async () => {
  const { file, rule, start } = findings.repairable();
  const before = oneLine({ file, rule, ...start });
  await workbench.openFile(path.basename(file));
  await workbench.goTo(start.line, start.column);
  try {
    await workbench.quickFix('Insert a blank line');
    await workbench.problemsWhen('the finding is gone', folder, (rows) => rows.length > 0 && !lines(rows).includes(before));
    await workbench.goTo(start.line, start.column);
    await workbench.press('Control+Z');
    await allProblemsAreBack();
  } finally {
    await workbench.command('File: Revert File');
  }
});

await writingChecks({ checks, workbench, codeServer, folder, findings, allProblemsAreBack });

await checks.check('Plain text that opens with a banner becomes a digest', async () => {
  await workbench.openFile('2026-03-30-reading-group.txt');
  await workbench.until('the language is Digest', async () => (await workbench.languageMode()) === 'Digest', () => workbench.languageMode());
});

await checks.check('Other plain text stays plain text', async () => {
  await workbench.openFile('notes.txt');
  // Whatever would change the language has had its chance when the same has happened to a document that was opened later.
  await workbench.press('Control+Alt+N');
  await workbench.until('an untitled document is open', async () => /^Untitled-/.test(await workbench.activeTab()));
  assert.equal(await workbench.languageMode(), 'Plain Text');
  await workbench.type('new\n\nSubscribe\n\nMar 31\n');
  await workbench.until('the pasted banner makes a digest', async () => (await workbench.languageMode()) === 'Digest', () => workbench.languageMode());
  await workbench.openFile('notes.txt');
  assert.equal(await workbench.languageMode(), 'Plain Text');
});

await checks.check('"Restart Server" starts a new server, which finds the same', async () => {
  const [before, ...others] = codeServer.languageServers();
  assert.deepEqual(others, [], 'more than one server runs');
  await workbench.command('DigestLsp: Restart Server');
  await workbench.until('another server runs, alone', async () => {
    const now = codeServer.languageServers();
    return now.length === 1 && now[0] !== before;
  }, async () => codeServer.languageServers().join(' '));
  await allProblemsAreBack();
});

await checks.check('"Show Output" shows what was started', async () => {
  await workbench.command('DigestLsp: Show Output');
  const text = async () => plain(await workbench.output());
  await workbench.until('the output names the server', async () => /server\/digestlsp lsp/.test(await text()), text);
});

await checks.check('A server that does not run is told once, with the reason, and left at the next setting', async () => {
  const broken = path.join(codeServer.folder, 'broken-server');
  writeFileSync(broken, '#!/bin/sh\necho "no runtime found" >&2\nexit 3\n', { mode: 0o755 });
  codeServer.configure({ 'digestlsp.server.path': broken });
  await workbench.until('a message tells it', async () => (await workbench.notifications()).length > 0);
  const [message, ...others] = await workbench.notifications();
  assert.match(message, /could not start its server .*broken-server.*exit code 3.*no runtime found.*digestlsp\.server\.path/s);
  assert.deepEqual(others, []);
  codeServer.configure({});
  await workbench.until('the packed server runs', async () => codeServer.languageServers().length === 1);
  await allProblemsAreBack();
});

await checks.check('A folder of digests that are all named like other texts is read before one is opened', async () => {
  const texts = path.join(codeServer.folder, 'texts');
  cpSync(path.join(options.samples, '2026-03-30-reading-group.txt'), path.join(texts, 'march.txt'));
  await workbench.open(address, texts);
  await workbench.until('the status bar counts its papers', async () => /^\d+ papers/.test(await workbench.statusItem()));
  assert.equal(await workbench.activeTab(), undefined);
});

await checks.check('Closing VS Code ends the server', async () => {
  await browser.close();
  workbench = undefined;
  await codeServer.stop();
  for (let tries = 0; tries < 100 && codeServer.languageServers().length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(codeServer.languageServers(), []);
});

await browser?.close();
codeServer.cleanUp();
process.exit(checks.summarize() ? 0 : 1);
