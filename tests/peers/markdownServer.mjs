// How long an editor waits for vscode-markdown-languageserver after a keystroke: text changed, diagnostics asked for and answered.
// Arguments: the folder in which the packages are installed, then megabytes of text. Prints one line for each of these: megabytes, a tab,
// the median of the milliseconds, a tab, the highest.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const KEYSTROKES = 9;
const FINDINGS = 200;
const [tools, ...sizes] = process.argv.slice(2);
const require = createRequire(`${tools}/`);
const MarkdownIt = require('markdown-it');
const rpc = require('vscode-jsonrpc/node');
const uri = 'file:///digest.md';
const server = require.resolve('vscode-markdown-languageserver/dist/node/workerMain.js');
const markdown = new MarkdownIt();

for (const megabytes of sizes.map(Number)) {
  const [median, highest] = await measure(textOf(megabytes * 1_000_000));
  console.log(`${megabytes}\t${median.toFixed(1)}\t${highest.toFixed(1)}`);
}

/** Headings and long paragraphs, as a digest would be in Markdown, with links of which the server complains. */
function textOf(bytes) {
  const paper = 1_750;
  const count = Math.ceil(bytes / paper);
  const every = Math.max(1, Math.floor(count / FINDINGS));
  const lines = [];
  for (let i = 0; i < count; i++) {
    const link = i % every === 0 ? ` See [another][paper-${i}].` : '';
    lines.push(`# Sediment and the Rivers of Parish ${i}`, '');
    lines.push(`The gauge of parish ${i} was read for years. ` + 'We follow a river and measure what it carries. '.repeat(35) + link, '');
  }
  return lines.join('\n');
}

async function measure(text) {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  let current = text;
  const plain = tokens => tokens.map(({ type, markup, content, map, children }) => ({ type, markup, content, map, children: children && plain(children) }));
  connection.onRequest('markdown/parse', () => plain(markdown.parse(current, {})));
  connection.onRequest('markdown/fs/readFile', () => [...Buffer.from(current)]);
  connection.onRequest('markdown/fs/readDirectory', () => []);
  connection.onRequest('markdown/fs/stat', () => undefined);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => [uri]);
  for (const quiet of ['markdown/fs/watcher/create', 'markdown/fs/watcher/delete', 'client/registerCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(quiet, () => null);
  }
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  connection.sendNotification('initialized', {});
  const on = { enabled: 'warning' };
  const off = { enabled: 'ignore' };
  const validate = {
    enabled: true,
    referenceLinks: on,
    fragmentLinks: on,
    fileLinks: { ...off, markdownFragmentLinks: 'ignore' },
    ignoredLinks: [],
    unusedLinkDefinitions: off,
    duplicateLinkDefinitions: off,
  };
  const others = { suggest: { paths: { enabled: true } }, occurrencesHighlight: { enabled: false } };
  connection.sendNotification('workspace/didChangeConfiguration', { settings: { markdown: { validate, ...others } } });
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 0, text } });
  await diagnostics();
  const times = [];
  for (let version = 1; version <= KEYSTROKES; version++) {
    const lines = current.split('\n');
    const line = 2 + 4 * Math.floor((version / (KEYSTROKES + 1)) * (lines.length / 4 - 1));
    lines[line] = `${lines[line].slice(0, 40)}x${lines[line].slice(40)}`;
    const at = { line, character: 40 };
    current = lines.join('\n');
    const sent = performance.now();
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    await diagnostics();
    times.push(performance.now() - sent);
  }
  child.kill();
  times.sort((one, other) => one - other);
  return [times[Math.floor(times.length / 2)], times.at(-1)];

  async function diagnostics() {
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    if (!report.items?.length) {
      throw new Error('The server complained of nothing');
    }
  }
}
