import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Every process that a run starts inherits this variable: that is how they are found again, whoever started them. */
const marker = 'DIGESTLSP_EDITOR_TEST';

const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 200,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** VS Code, served to browsers on the loopback address with a profile of its own that is thrown away. */
export class CodeServer {
  #run = randomUUID();
  #folder = mkdtempSync(path.join(tmpdir(), 'digestlsp-editor-'));
  #process;

  /** @param {string} tools the folder that setup.sh made */
  constructor(tools) {
    this.node = path.join(tools, 'node/bin/node');
    this.entry = path.join(tools, 'code-server/node_modules/code-server/out/node/entry.js');
    for (const folder of ['user/User', 'user/Machine', 'home']) mkdirSync(path.join(this.#folder, folder), { recursive: true });
    writeFileSync(path.join(this.#folder, 'user/User/settings.json'), JSON.stringify(quietSettings, null, 2));
  }

  /** A folder for whatever belongs to this run. */
  get folder() {
    return this.#folder;
  }

  get extensions() {
    return path.join(this.#folder, 'extensions');
  }

  /** Replaces the settings of the machine that the extension runs on, which VS Code notices while it runs. */
  configure(settings) {
    writeFileSync(path.join(this.#folder, 'user/Machine/settings.json'), JSON.stringify(settings, null, 2));
  }

  /** Installs a packed extension and returns the ids of all that are installed then. */
  async install(vsix) {
    await this.#command('--install-extension', vsix);
    const { stdout } = await this.#command('--list-extensions');
    return stdout.split('\n').filter((line) => /^[\w-]+\.[\w-]+$/.test(line));
  }

  /** Starts serving on a free port and returns the address. */
  async start() {
    const log = path.join(this.#folder, 'code-server.log');
    const output = openSync(log, 'w');
    this.#process = spawn(this.node, this.#arguments('--auth', 'none', '--bind-addr', '127.0.0.1:0'), {
      env: this.environment,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    for (let tries = 0; tries < 300; tries++) {
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(readFileSync(log, 'utf8'));
      if (address) return address[1];
      if (this.#process.exitCode !== null) break;
      await delay(100);
    }
    throw new Error(`code-server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }

  /** The ids of the language servers that run for this editor. */
  languageServers() {
    return this.#processes().filter((id) => / lsp$/.test(commandLine(id)) && commandLine(id).includes('digestlsp'));
  }

  /** Asks VS Code to leave, as a closed terminal does. */
  async stop() {
    this.#process?.kill('SIGTERM');
    for (let tries = 0; tries < 50 && this.#process && this.#process.exitCode === null && this.#process.signalCode === null; tries++) await delay(100);
  }

  /** Ends whatever is left of this run and removes its files. Safe to call at any time, more than once. */
  cleanUp() {
    // A dying parent may still start a child: look until nothing is found.
    for (let tries = 0; tries < 10; tries++) {
      const left = this.#processes();
      if (left.length === 0) break;
      for (const id of left) kill(id);
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** The environment for a process that belongs to this run. */
  get environment() {
    const home = path.join(this.#folder, 'home');
    return {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      EXTENSIONS_GALLERY: '{}',
      PATH: `${path.dirname(this.node)}${path.delimiter}${process.env.PATH}`,
      [marker]: this.#run,
    };
  }

  #arguments(...more) {
    const options = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
    const places = ['--config', 'config.yaml', '--user-data-dir', 'user', '--extensions-dir', 'extensions'];
    return [this.entry, ...places.map((place) => (place.startsWith('--') ? place : path.join(this.#folder, place))), ...options, ...more];
  }

  async #command(...args) {
    try {
      return await promisify(execFile)(this.node, this.#arguments(...args), { env: this.environment, timeout: 60_000 });
    } catch (error) {
      throw new Error(`code-server ${args.join(' ')}: ${error.stderr || error.message}`);
    }
  }

  #processes() {
    const wanted = `${marker}=${this.#run}`;
    return readdirSync('/proc')
      .filter((id) => /^\d+$/.test(id) && readProc(id, 'environ').split('\0').includes(wanted))
      .map(Number);
  }
}

const commandLine = (id) => readProc(id, 'cmdline').split('\0').filter(Boolean).join(' ');

/** A file below /proc/ID, or nothing where the process is gone or another user's. */
function readProc(id, file) {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function kill(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has left by itself.
  }
}
