import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { oneLine } from './workbench.mjs';

/** The digest, and in it the acronym, of which the samples have none. */
const acronym = { file: '2026-04-06.digest', name: 'DAS' };

/**
 * What a curator does to digests. Each check leaves the folder as it was.
 * @param allProblemsAreBack waits until Problems shows what it showed at first
 */
export async function writingChecks({ checks, workbench, codeServer, folder, findings, allProblemsAreBack }) {
  const file = (name) => path.join(folder, name);
  const text = (name) => readFileSync(file(name), 'utf8');
  const textIs = (name, expected) => workbench.until(`${name} on the disk is what it should be`, async () => text(name) === expected, async () => text(name));

  const originals = readdirSync(folder).filter((name) => statSync(file(name)).isFile()).map((name) => [name, text(name)]);

  const check = (name, body) =>
    checks.check(name, body, async () => {
      await workbench.press('Escape');
      await workbench.command('File: Revert File');
      codeServer.configure({});
      rmSync(file('.digestlsp'), { recursive: true, force: true });
      for (const [entry, original] of originals) if (text(entry) !== original) writeFileSync(file(entry), original);
      await allProblemsAreBack();
    });

  /** Opens a file at the n-th place, from 1, of some text. */
  async function openAt(name, wanted, number = 1) {
    const before = text(name).split(wanted).slice(0, number).join(wanted).split(/\r?\n/);
    await workbench.openFile(name);
    await workbench.goTo(before.length, before.at(-1).length + 1);
  }

  await checks.check('The status bar counts papers and duplicates', async () => {
    const copies = new Set(findings.diagnostics.filter(({ rule }) => /^DG200[1-5]$/.test(rule)).map(oneLineOf));
    const expected = `${findings.papers} papers, ${copies.size} duplicates`;
    await workbench.until(`it shows ${expected}`, async () => (await workbench.statusItem()) === expected, () => workbench.statusItem());
  });

  await checks.check('A lens tells in how many digests a paper stands, and a click shows where', async () => {
    const near = findings.across('DG2003');
    await workbench.openFile(near.file);
    await workbench.goTo(near.start.line, near.start.column);
    await workbench.clickLens('in 2 digests');
    await workbench.until(`the place in ${near.elsewhere.file} is shown`, async () => (await workbench.peekTitle()).includes(near.elsewhere.file), () => workbench.peekTitle());
    await workbench.press('Escape');
  });

  await check('After "see:" the titles of other digests are offered', async () => {
    await openAt('2026-03-23.digest', '\nsee: ');
    await workbench.type('\nsee: Tidep');
    await workbench.acceptSuggestion('Tidepool: Batching Small Writes');
    const line = 'see: Tidepool: Batching Small Writes Without Losing Their Order';
    await workbench.until(`the line is ${line}`, async () => (await workbench.visibleLines()).includes(line), async () => (await workbench.visibleLines()).join('\n'));
  });

  await check('F2 renames a title together with the line that refers to it from another digest', async () => {
    const [title, renamed] = ['When Two Judges Agree Too Often', 'When Judges Agree'];
    const expected = ['2026-03-09.digest.txt', '2026-03-23.digest'].map((name) => [name, text(name).replace(title, renamed)]);
    await openAt(expected[0][0], title);
    await workbench.rename(`${renamed}: Shared Errors in Model-Based Evaluation`);
    for (const [name, now] of expected) await textIs(name, now);
  });

  await checks.check('An acronym has a colour of its own, F12 goes to its introduction, Shift+F12 shows its mentions', async () => {
    const { file: name, name: term } = acronym;
    await openAt(name, term, 2);
    await workbench.until('it is coloured', async () => {
      const colours = await workbench.colours();
      return colours.has(term) && [...colours].some(([piece, colour]) => piece.includes('tremble') && colour !== colours.get(term));
    }, async () => JSON.stringify([...(await workbench.colours())]));
    await workbench.press('Shift+F12');
    await workbench.until('4 places are shown', async () => /\(4\)/.test(await workbench.peekTitle()), () => workbench.peekTitle());
    await workbench.press('Escape');
    await openAt(name, term, 2);
    await workbench.press('F12');
    await workbench.until('the cursor is in line 9', async () => (await workbench.cursor())?.line === 9, async () => JSON.stringify(await workbench.cursor()));
  });

  await check('"Format Document" lays a digest out and changes nothing else', async () => {
    const { file: name } = acronym;
    const original = text(name);
    await openAt(name, '\n\nHearing');
    const { line } = await workbench.cursor();
    await workbench.type('  \n\n\n');
    await workbench.until('the lines are there', async () => (await workbench.cursor())?.line === line + 3);
    await workbench.command('Format Document');
    await workbench.until('the lines are gone', async () => (await workbench.cursor())?.line === line);
    await workbench.press('Control+S');
    await workbench.until('it is saved', async () => !(await workbench.isDirty()));
    await textIs(name, original);
  });

  await check('A save repairs and lays out where the settings say so', async () => {
    const { file: name } = acronym;
    const original = text(name);
    codeServer.configure({ '[digest]': { 'editor.formatOnSave': true, 'editor.codeActionsOnSave': { 'source.fixAll.digest': 'explicit' } } });
    await openAt(name, '\n\nWhich Trenches');
    await workbench.type(' Light &amp; sound agree.  \n\n');
    await workbench.press('Control+S');
    await textIs(name, original.replace('\n\nWhich', ' Light & sound agree.\n\nWhich'));
  });

  await check('Inlay hints tell where a copy stands first once they are switched on', async () => {
    const near = findings.across('DG2003');
    await workbench.openFile(near.file);
    await workbench.goTo(near.start.line, near.start.column);
    const hints = async () => (await workbench.visibleLines()).filter((line) => line.includes('near-duplicate of'));
    assert.deepEqual(await hints(), []);
    codeServer.configure({ 'digestlsp.inlayHints.duplicates': true });
    await workbench.until('a hint is shown', async () => (await hints()).length === 1);
    codeServer.configure({});
    await workbench.until('no hint is shown', async () => (await hints()).length === 0);
  });

  await check('Papers that are marked as different are duplicates no more, in either file, until that is taken back', async () => {
    const near = findings.across('DG2003');
    const before = oneLineOf(near);
    await workbench.openFile(near.file);
    await workbench.goTo(near.start.line, near.start.column);
    await workbench.quickFix('Mark as different papers');
    await workbench.problemsWhen('the finding is gone', folder, (rows) => isDeepStrictEqual(rows.map(oneLine).sort(), findings.inProblems().map(oneLine).filter((row) => row !== before).sort()));
    for (const place of [near, near.elsewhere]) {
      await workbench.openFile(place.file);
      await workbench.goTo(place.line ?? place.start.line, 1);
      await workbench.until('no lens tells of two digests', async () => {
        const lenses = await workbench.lenses();
        return lenses.length > 0 && !lenses.some((lens) => lens.startsWith('in 2 digests'));
      }, async () => (await workbench.lenses()).join('\n'));
    }
    await workbench.openFile(near.file);
    await workbench.goTo(near.start.line, near.start.column);
    await workbench.quickFix('No longer mark as different papers');
    await allProblemsAreBack();
  });

  await check('A key that .editorconfig misspells is put right by Ctrl+.', async () => {
    const name = '.editorconfig';
    const original = text(name);
    writeFileSync(file(name), original.replace('.severity =', '.severty ='));
    await workbench.problemsWhen('Problems tells of it', folder, (rows) => rows.some((row) => row.rule === 'DG9001'));
    await openAt(name, 'severty');
    await workbench.quickFix('severity');
    await workbench.press('Control+S');
    await textIs(name, original);
  });
}

const oneLineOf = ({ file, rule, start }) => oneLine({ file: path.normalize(file), rule, ...start });
