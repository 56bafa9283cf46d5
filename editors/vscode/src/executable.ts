import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import * as path from 'node:path';

/** Where to look for the server; all that the choice depends on. */
export interface Surroundings {
  /** The value of the setting `digestlsp.server.path`. */
  readonly setting: string;
  readonly extensionFolder: string;
  /** The first workspace folder, if one is open. */
  readonly workspaceFolder?: string;
  readonly homeFolder: string;
  readonly platform: NodeJS.Platform;
}

/** The server's path: the one in the settings, else the one inside the extension. */
export function locateServer(surroundings: Surroundings): string {
  const setting = surroundings.setting.trim();
  if (setting === '') return bundledServer(surroundings);
  if (/^~(?=$|[\\/])/.test(setting)) return path.join(surroundings.homeFolder, setting.slice(1));
  return path.resolve(surroundings.workspaceFolder ?? surroundings.homeFolder, setting);
}

function bundledServer({ extensionFolder, platform }: Surroundings): string {
  return path.join(extensionFolder, 'server', platform === 'win32' ? 'digestlsp.exe' : 'digestlsp');
}

/**
 * Why the file at a path cannot be started as a server, in one sentence, or undefined where it can. A server inside the extension is made
 * executable where unpacking lost that.
 */
export function whyNotExecutable(server: string, extensionFolder: string): string | undefined {
  const stat = statSync(server, { throwIfNoEntry: false });
  if (stat === undefined) return 'There is no such file.';
  if (!stat.isFile()) return 'It is not a file.';
  try {
    accessSync(server, constants.X_OK);
    return undefined;
  } catch {
    if (!server.startsWith(extensionFolder + path.sep)) return 'The file may not be executed.';
  }
  try {
    chmodSync(server, stat.mode | 0o111);
    return undefined;
  } catch (error) {
    return `The file may not be executed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
