import type { Site, Workspace } from '../service/index.ts';
import { configurationProblems, Document } from '../service/index.ts';

/** Says on standard error, in one line each, which configuration files of a site cannot be read: what is checked then goes by the defaults. */
export async function tellOfConfigurations(site: Site, workspace: Workspace): Promise<void> {
  for (const { uri, file, offset, message } of configurationProblems(site)) {
    const { line, character } = new Document(uri, 0, (await workspace.read(uri)) ?? '').positionAt(offset);
    process.stderr.write(`galley: ${file}:${line + 1}:${character + 1}: ${message.replace(/\s*[\r\n]+\s*/g, ' ')}\n`);
  }
}
