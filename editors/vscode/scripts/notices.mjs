import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of what a bundle includes, as one text.
 * @param {string} metafile esbuild's account of the bundle
 * @param {string} root the folder to which that account's paths are relative
 */
export function thirdPartyNotices(metafile, root) {
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs);
  const packages = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = [...packages].sort().map((folder) => notice(path.join(root, folder)));
  return ['DigestLsp for Visual Studio Code includes parts of the following packages.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/** The folder of the package that a bundled file is from; undefined for a file of our own. */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(path.join(folder, entry)));
  if (file === undefined) throw new Error(`${name} ${version} comes without its licence's text (${license}).`);
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}`;
}
