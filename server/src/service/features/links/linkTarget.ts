import { analyzePost } from '../../site/model/snapshot.ts';
import { anchorHeadings } from '../../syntax/structure/headings.ts';
import { Document } from '../../text/document.ts';
import type { Range } from '../../text/range.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { Context } from '../context.ts';
import type { Target } from '../results.ts';

const startOfFile: Range = { start: 0, end: 0 };

/** Where a link to a file comes out: at the heading or the element with the id, else at its beginning. */
export async function linkTarget(context: Context, uri: string, fragment: string): Promise<Target> {
  const document = fragment === '' ? undefined : await readDocument(context, uri);
  if (!document) return { document: new Document(uri, 0, ''), range: startOfFile, fullRange: startOfFile };
  const syntax = await finishInSlices(analyzePost(context.snapshot, document).parseInSteps(), context.scheduler);
  const heading = anchorHeadings(syntax).find(({ anchor }) => anchor === fragment);
  if (heading) return { document, range: heading.textRange, fullRange: heading.heading.range };
  const range = findIdRange(document.text, fragment);
  return { document, range, fullRange: range };
}

/** A file with the text that the writer sees; undefined where there is none. */
export async function readDocument({ snapshot, files }: Context, uri: string): Promise<Document | undefined> {
  const opened = snapshot.open.get(uri)?.document;
  if (opened) return opened;
  const text = await files.read(uri);
  return text === undefined ? undefined : new Document(uri, 0, text);
}

/** The id of an element or an attribute list: `id="top"`, `{#top}`. */
function findIdRange(text: string, id: string): Range {
  for (const before of ['id="', "id='", 'name="', '{#', '#']) {
    const at = text.indexOf(before + id);
    if (at >= 0) return { start: at + before.length, end: at + before.length + id.length };
  }
  return startOfFile;
}
