/** How long a step waits for VS Code or the server, in milliseconds. The first start of the extension host is the slowest. */
const patience = 30_000;

/** Without the copies that stay in sight above while their files are scrolled through: those have no level. */
const problemRows = '.markers-panel-container .monaco-list-row[aria-level]';

/** VS Code as a person sees it: a page with keys to press and text to read. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(patience);
  }

  async open(address, folder) {
    await this.page.goto(`${address}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 2 * patience });
  }

  screenshot(file) {
    return this.page.screenshot({ path: file });
  }

  /** Runs a command from the palette, by its whole title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.#quickInput(`>${title}`);
    await this.#pick(title);
  }

  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    await this.#quickInput(name);
    await this.#pick(name);
    await this.until(`${name} is the active tab`, async () => (await this.activeTab()) === name);
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Puts the cursor at a place, both from 1, and the place into view. */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.#quickInput(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    // The cursor may have been there already: keys reach the editor only once the box is gone.
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.until(`the cursor is at ${line}:${column}`, async () => {
      const cursor = await this.cursor();
      return cursor?.line === line && cursor.column === column;
    });
  }

  async #quickInput(text) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"], .quick-input-widget:visible .input').first();
    await input.waitFor();
    await input.fill(text);
  }

  /** Types into the search box that is open, and waits for a row. */
  async search(text, row) {
    await this.#quickInput(text);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor();
  }

  /** Presses Enter once the row that it takes is the wanted one: until the list is filtered that is another. */
  async #pick(label) {
    await this.page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${label}"]`).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  async activeTab() {
    return this.#attribute('.tab.active', 'data-resource-name');
  }

  async #attribute(selector, name) {
    const found = this.page.locator(selector).first();
    return (await found.count()) > 0 ? found.getAttribute(name) : undefined;
  }

  /** The cursor's place as the status bar shows it, from 1. */
  async cursor() {
    const found = /Ln (\d+), Col (\d+)/.exec(await this.#status('status.editor.selection'));
    return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
  }

  languageMode() {
    return this.#status('status.editor.mode');
  }

  async #status(id) {
    const item = this.page.locator(`[id="${id}"]`);
    return (await item.count()) > 0 ? (await item.first().innerText()).trim() : '';
  }

  /** The rectangle of the cursor in the active editor, in the page's pixels. */
  caret() {
    return this.page.locator('.editor-group-container.active .cursors-layer .cursor').first().boundingBox();
  }

  /** The squiggles on the cursor's line: severity, and left and right end in the page's pixels. */
  async squigglesAtCursor() {
    const caret = await this.caret();
    return this.page.locator('.editor-group-container.active [class*="squiggly-"]').evaluateAll(
      (elements, middle) =>
        elements
          .map((element) => ({ box: element.getBoundingClientRect(), severity: /squiggly-(\w+)/.exec(element.className)?.[1] }))
          .filter(({ box }) => box.top <= middle && middle <= box.bottom)
          .map(({ box, severity }) => ({ severity, left: box.left, right: box.right })),
      caret.y + caret.height / 2,
    );
  }

  /** Rests the mouse on the text right of the cursor and returns what the hover shows, once it shows all the given texts. */
  async hoverAtCursor(...texts) {
    const caret = await this.caret();
    await this.page.mouse.move(caret.x + 30, caret.y + caret.height / 2);
    await this.page.mouse.move(caret.x + 34, caret.y + caret.height / 2, { steps: 4 });
    const hover = this.page.locator('.monaco-hover:visible .monaco-hover-content');
    const shown = async () => plain((await hover.allInnerTexts()).join('\n'));
    await this.until(`the hover shows ${JSON.stringify(texts)}`, async () => {
      const text = await shown();
      return texts.every((wanted) => text.includes(plain(wanted)));
    }, shown);
    return shown();
  }

  /** Opens the fixes at the cursor with Ctrl+. and takes the one that begins so. */
  async quickFix(title) {
    await this.press('Control+.');
    await this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** Takes a suggestion, once it is the one that Tab accepts. */
  async acceptSuggestion(label) {
    await this.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).first().waitFor();
    await this.press('Tab');
  }

  /** Renames what the cursor is on. */
  async rename(name) {
    await this.press('F2');
    const input = this.page.locator('.rename-box input:visible');
    await input.fill(name);
    await this.press('Enter');
  }

  /** The texts of the lenses in sight. */
  async lenses() {
    return (await this.page.locator('.editor-group-container.active .codelens-decoration').allInnerTexts()).map(plain);
  }

  /** Clicks on the lens over the cursor's line. */
  async clickLens(text) {
    const lenses = this.page.locator('.editor-group-container.active .codelens-decoration a', { hasText: text });
    let lens;
    await this.until(`a lens over the cursor says ${text}`, async () => {
      // Lenses that come in push the lines below them down.
      const caret = await this.caret();
      for (const candidate of await lenses.all()) {
        const box = await candidate.boundingBox();
        if (box !== null && box.y < caret.y && caret.y - box.y < 3 * box.height) lens = candidate;
      }
      return lens !== undefined;
    }, async () => (await this.lenses()).join('\n'));
    await lens.click();
  }

  /** What the title of the peek window says. */
  async peekTitle() {
    return plain((await this.page.locator('.peekview-title').allInnerTexts()).join(' '));
  }

  /** Whether the active editor has changes that are not saved. */
  async isDirty() {
    return (await this.page.locator('.tab.active.dirty').count()) > 0;
  }

  /** The words of the extension's item in the status bar. */
  statusItem() {
    return this.#status('digestlsp.digestlsp.status');
  }

  async showProblems() {
    if (!(await this.page.locator('.markers-panel-container').isVisible())) await this.press('Control+Shift+M');
    await this.page.locator('.markers-panel-container').waitFor();
  }

  /**
   * All rows of the Problems view, as {file, rule, line, column, message}. The view keeps only the rows in sight in the page, so it is
   * scrolled from its start to its end.
   * @param folder paths are relative to this
   */
  async problems(folder) {
    await this.showProblems();
    const rows = new Map();
    const list = await this.page.locator('.markers-panel-container .monaco-list').boundingBox();
    // No problems, no list.
    if (list === null) return [];
    await this.page.mouse.move(list.x + list.width / 2, list.y + list.height / 2);
    // Scrolls on until the rows in sight stay what they are.
    const scroll = async (distance) => {
      for (let before; ; ) {
        const visible = await this.page.locator(problemRows).evaluateAll(readProblemRows);
        for (const row of visible) rows.set(row.index, row);
        const now = JSON.stringify(visible);
        if (now === before) return;
        before = now;
        await this.page.mouse.wheel(0, distance);
        await this.page.waitForTimeout(150);
      }
    };
    await scroll(-list.height);
    rows.clear();
    await scroll(list.height / 2);
    return inFiles(rows, folder);
  }

  /** Waits until the Problems view satisfies a condition and returns its rows then. */
  async problemsWhen(what, folder, condition) {
    let rows;
    const render = () => rows.map(oneLine).join('\n') || '(none)';
    await this.until(what, async () => condition((rows = await this.problems(folder))), render);
    return rows;
  }

  /** The names of the files in the list of references that is open, in order. */
  async referencedFiles() {
    const names = await this.page.locator('.reference-zone-widget .ref-tree .monaco-list-row .reference-file .label-name').allInnerTexts();
    return names.map(plain).sort();
  }

  /** The texts of the lines in sight in the active editor; a wrapped line counts as several. */
  async visibleLines() {
    return (await this.page.locator('.editor-group-container.active .editor-instance .view-line').allInnerTexts()).map(plain);
  }

  /** What the Output view shows, as one text. */
  async output() {
    return (await this.page.locator('.output-view .view-line').allInnerTexts()).join('');
  }

  notifications() {
    return this.page.locator('.notification-toast').allInnerTexts();
  }

  /** The classes that give text its colour: one for each piece of text in sight, by the text. */
  async colours() {
    const pieces = await this.page.locator('.editor-group-container.active .view-line > span > span').evaluateAll((spans) =>
      spans.map((span) => [span.textContent, span.className]),
    );
    return new Map(pieces.map(([text, colour]) => [plain(text), colour]));
  }

  /** Waits until a condition holds. */
  async until(what, condition, describe = async () => '') {
    const end = Date.now() + patience;
    while (!(await condition())) {
      if (Date.now() > end) {
        const found = await describe();
        throw new Error(`Waited ${patience / 1000} s until ${what}.${found ? ` Found:\n${found}` : ''}`);
      }
      await this.page.waitForTimeout(50);
    }
  }
}

/** One line for one problem, as `check` and the Problems view both know it. */
export function oneLine({ file, rule, line, column }) {
  return `${file}:${line}:${column} ${rule}`;
}

/** Text without what VS Code does to white space: it shows blanks as no-break spaces. */
export function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** Runs in the page. */
function readProblemRows(elements) {
  return elements.map((row) => {
    const place = /\[Ln (\d+), Col (\d+)\]/.exec(row.innerText);
    return {
      index: Number(row.dataset.index),
      level: Number(row.ariaLevel),
      path: row.querySelector('.monaco-icon-label')?.ariaLabel,
      message: row.querySelector('.marker-message')?.innerText ?? '',
      rule: /DG\d{4}(?=\s*\)?\s*\[Ln )/.exec(row.innerText)?.[0],
      line: Number(place?.[1]),
      column: Number(place?.[2]),
    };
  });
}

/** Gives each finding the file whose row stands above it; rows of related places are left out. */
function inFiles(rows, folder) {
  const found = [];
  let file;
  for (const index of [...rows.keys()].sort((a, b) => a - b)) {
    const { level, path, rule, line, column, message } = rows.get(index);
    if (level === 1) file = path?.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
    if (level === 2) found.push({ file, rule, line, column, message });
  }
  return found;
}
