// Packs the extension with the server inside:  npm run package -- [--server FOLDER] [--out FILE]
// FOLDER holds the published server (artifacts/digestlsp of the checkout unless given); FILE is the .vsix to write. Needs no network.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { thirdPartyNotices } from './notices.mjs';

const extension = path.resolve(import.meta.dirname, '..');
const checkout = path.resolve(extension, '../..');
const executable = process.platform === 'win32' ? 'digestlsp.exe' : 'digestlsp';

const { values } = parseArgs({ options: { server: { type: 'string' }, out: { type: 'string' } } });
const published = path.resolve(values.server ?? path.join(checkout, 'artifacts/digestlsp'));
const out = path.resolve(values.out ?? path.join(checkout, 'artifacts/digestlsp.vsix'));

if (!existsSync(path.join(published, executable))) {
  console.error(`There is no server to pack: ${path.join(published, executable)} does not exist. Publish it first, or name its folder with --server.`);
  process.exit(2);
}

const server = path.join(extension, 'server');
rmSync(server, { recursive: true, force: true });
cpSync(published, server, { recursive: true, filter: (file) => !file.endsWith('.pdb') });
chmodSync(path.join(server, executable), 0o755);
const serverNotices = path.join(checkout, 'THIRD-PARTY-NOTICES.md');
if (existsSync(serverNotices)) cpSync(serverNotices, path.join(server, 'THIRD-PARTY-NOTICES.md'));

const npm = (...args) => execFileSync('npm', args, { cwd: extension, stdio: 'inherit', shell: process.platform === 'win32' });
npm('run', '--silent', 'typecheck');
npm('run', '--silent', 'build');
writeFileSync(path.join(extension, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(path.join(extension, 'dist/meta.json'), extension));

mkdirSync(path.dirname(out), { recursive: true });
const vsce = path.join(extension, 'node_modules/@vscode/vsce/vsce');
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', out], { cwd: extension, stdio: 'inherit' });
