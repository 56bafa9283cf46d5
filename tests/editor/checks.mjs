import path from 'node:path';

/** Named checks in a row: each passes, fails with a reason and a picture, or is skipped because one that it needs failed. */
export class Checks {
  #counts = { passed: 0, failed: 0, skipped: 0 };
  #number = 0;
  #broken = false;

  /** @param screenshot takes the picture of a step, given the path of its file */
  constructor(folder, screenshot) {
    this.folder = folder;
    this.screenshot = screenshot;
  }

  /**
   * Runs one check.
   * @param restore what the next checks need, whether or not this one passed; done after the picture
   */
  async check(name, body, restore = async () => undefined) {
    const number = String(++this.#number).padStart(2, '0');
    if (this.#broken) return this.#report('skipped', name);
    const picture = path.join(this.folder, `${number}-${name.toLowerCase().match(/[a-z0-9]+/g).slice(0, 8).join('-')}`);
    const start = Date.now();
    let failure = await errorOf(body);
    await this.screenshot(`${picture}${failure ? '-failed' : ''}.png`).catch(() => undefined);
    const left = await errorOf(restore);
    failure ??= left;
    this.#report(failure ? 'failed' : 'passed', name, start);
    if (failure) console.log(String(failure.message).replace(/^/gm, '      '));
  }

  /** Runs a check without which none of the later ones makes sense. */
  async require(name, body) {
    const failed = this.#counts.failed;
    await this.check(name, body);
    this.#broken ||= this.#counts.failed > failed;
  }

  /** From here on every check is skipped. */
  giveUp(reason) {
    this.#broken = true;
    this.#report('failed', reason);
  }

  /** Prints the counts and returns whether all is well. */
  summarize() {
    const { passed, failed, skipped } = this.#counts;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed === 0 && passed > 0;
  }

  #report(outcome, name, start) {
    this.#counts[outcome]++;
    const word = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[outcome];
    console.log(`${word}  ${name}${start === undefined ? '' : `  (${((Date.now() - start) / 1000).toFixed(1)} s)`}`);
  }
}

async function errorOf(step) {
  try {
    await step();
    return undefined;
  } catch (error) {
    return error;
  }
}
