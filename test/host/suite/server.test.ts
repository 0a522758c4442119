import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { commands } from 'vscode';
import { closeEverything, openDraft, type } from './posts.js';
import { diagnostics, until, window as codeWindow } from './support.js';

/** The process of Galley's language server, a child of the extension host that runs this test. */
function serverProcess(): number | undefined {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const rows = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  const row = rows.find((found) => Number(found?.[2]) === process.pid && found?.[3]?.includes('dist/server.js'));
  return row ? Number(row[1]) : undefined;
}

/** Kills the server and waits until there is none or another; gives the new one. */
async function kill(): Promise<void> {
  const victim = await until('the server runs', serverProcess);
  process.kill(victim, 'SIGKILL');
  await until('the server is gone', () => serverProcess() !== victim);
}

describe('The language server', () => {
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
  });

  it('comes back quietly when it dies, and knows what was typed meanwhile', async () => {
    const post = await openDraft('killed.md', '---\ntitle: Killed\n---\n\nSee [this][that].\n');
    await diagnostics(post.uri, (all) => all.length === 1);
    await kill();
    await type(post, 'See', 'See [one][two] and');
    await diagnostics(post.uri, (all) => all.length === 2);
    assert.equal(await (await codeWindow()).locator('.notification-list-item').count(), 0);
    await closeEverything(post.uri);
  });

  it('says one sentence when it dies again and again, and starts anew on demand', async () => {
    const post = await openDraft('killed-often.md', '---\ntitle: Killed often\n---\n\nSee [this][that].\n');
    const sentence = (await codeWindow()).getByText('Galley’s language server stopped 5 times within 3 minutes');
    const says = async () => (await sentence.count()) > 0;
    for (let times = 0; times < 5 && !(await says()); times++) {
      await kill();
      await until('it is back or gives up', async () => serverProcess() !== undefined || says());
    }
    await sentence.first().waitFor();
    await commands.executeCommand('galley.restartServer');
    await type(post, 'See', 'See [one][two] and');
    await diagnostics(post.uri, (all) => all.length === 2);
    await closeEverything(post.uri);
  });
});
