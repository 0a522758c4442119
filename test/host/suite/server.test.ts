import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { commands, languages, Range } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, openDraft, type } from './posts.js';
import { untilDiagnostics, toFileUri, root, until, getWindow } from './support.js';

/** How many times the server is killed in the midst of edits; GALLEY_KILLS asks for more than a short run's. */
const kills = Number(process.env['GALLEY_KILLS'] ?? 3);

/** Numbers from 0 below `limit`, the same ones for the same seed (xorshift32). */
function createRandom(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** The process of Galley's language server, a child of the extension host that runs this test. */
function findServerProcess(): number | undefined {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const rows = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  const row = rows.find((found) => Number(found?.[2]) === process.pid && found?.[3]?.includes('dist/server.js'));
  return row ? Number(row[1]) : undefined;
}

/** Kills the server and waits until there is none or another; returns the new one. */
async function kill(): Promise<void> {
  const victim = await until('the server runs', findServerProcess);
  process.kill(victim, 'SIGKILL');
  await until('the server is gone', () => findServerProcess() !== victim);
}

/** Returns an offset, or the next one where it is between the two halves of a character, in which no caret ever is. */
function skipHalfCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset + 1 : offset;
}

/** Replaces a part of a post at random and returns the text that the post must have after it. */
async function editAtRandom({ document, editor }: OpenPost, random: (limit: number) => number): Promise<string> {
  const text = document.getText();
  const words = ['[a][b]', ' ', '\n', '[^n]', 'word', '\n[b]: /about/\n', '`', 'ü', '😀'];
  const body = text.indexOf('\n---\n') + '\n---\n'.length;
  const from = body + random(text.length - body + 1);
  const [start, end] = [from, from + random(12)].map((offset) => document.positionAt(skipHalfCharacter(text, offset)));
  const [startOffset, endOffset] = [document.offsetAt(start!), document.offsetAt(end!)];
  const inserted = words[random(words.length)]!;
  if (!(await editor.edit((edit) => edit.replace(new Range(start!, end!), inserted))))
    throw new Error('The edit was refused.');
  return text.slice(0, startOffset) + inserted + text.slice(endOffset);
}

/** Line, column and rule of each of Galley's problems in a document, sorted; without the remark that a draft is not on the site. */
function listProblems({ uri }: OpenPost): string[] {
  const own = languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'galley');
  const rows = own.map(({ code, range }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return `${range.start.line + 1}:${range.start.character + 1} ${rule}`;
  });
  return rows.filter((row) => !row.endsWith(' not-published')).toSorted();
}

/** What a fresh reading of the file on disk reports, as `listProblems` returns it. */
function listProblemsOnDisk({ uri }: OpenPost): string[] {
  const cli = join(root, 'dist/cli.js');
  const { stdout } = spawnSync('node', [cli, 'check', '--format', 'json', uri.fsPath], {
    cwd: toFileUri('').fsPath,
    encoding: 'utf8',
  });
  const problems = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  const rows = problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  return rows.filter((row) => !row.endsWith(' not-published')).toSorted();
}

describe('The language server', () => {
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
  });

  it('the language server restarts quietly when it crashes, and knows what was typed meanwhile', async () => {
    const post = await openDraft('killed.md', '---\ntitle: Killed\n---\n\nSee [this][that].\n');
    await untilDiagnostics(post.uri, (all) => all.length === 1);
    await kill();
    await type(post, 'See', 'See [one][two] and');
    await untilDiagnostics(post.uri, (all) => all.length === 2);
    assert.equal(await (await getWindow()).locator('.notification-list-item').count(), 0);
    await closeEverything(post.uri);
  });

  it('the language server loses no text and reports nothing twice when it is killed during edits', async function () {
    this.timeout(180_000 + kills * 20_000);
    const untouched = await openDraft('untouched.md', '---\ntitle: Untouched\n---\n\nSee [this][nowhere].\n');
    for (let seed = 1; seed <= kills; seed++) {
      // After five deaths within three minutes the server is not started again; when it is started by hand, it counts from 0.
      if (seed % 4 === 0) await commands.executeCommand('galley.restartServer');
      const random = createRandom(seed);
      const post = await openDraft('midst.md', '---\ntitle: In the midst\n---\n\nSee [this][that] and [more][b].\n');
      for (let edits = random(4); edits > 0; edits--) await editAtRandom(post, random);
      const victim = await until('the server runs', findServerProcess);
      process.kill(victim, 'SIGKILL');
      for (let edits = random(4); edits > 0; edits--) {
        const expected = await editAtRandom(post, random);
        assert.equal(post.document.getText(), expected, `the text of run ${seed}`);
      }
      await post.document.save();
      const expected = listProblemsOnDisk(post);
      await until(`the problems of run ${seed} are those of a fresh reading: ${expected.join(', ')}`, () =>
        isDeepStrictEqual(listProblems(post), expected),
      );
      await untilDiagnostics(untouched.uri, (all) => all.length === 1);
    }
    await closeEverything(toFileUri('_drafts/midst.md'), untouched.uri);
  });

  it('one message says that the language server crashes again and again, and offers to restart it', async () => {
    const post = await openDraft('killed-often.md', '---\ntitle: Killed often\n---\n\nSee [this][that].\n');
    const sentence = (await getWindow()).getByText('Galley’s language server stopped 5 times within 3 minutes');
    const isShown = async () => (await sentence.count()) > 0;
    for (let times = 0; times < 5 && !(await isShown()); times++) {
      await kill();
      await until('it is back or gives up', async () => findServerProcess() !== undefined || isShown());
    }
    await sentence.first().waitFor();
    await commands.executeCommand('galley.restartServer');
    await type(post, 'See', 'See [one][two] and');
    await untilDiagnostics(post.uri, (all) => all.length === 2);
    await closeEverything(post.uri);
  });
});
