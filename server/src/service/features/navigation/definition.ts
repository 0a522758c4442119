import type { Environment } from '../../generators/contract/model.ts';
import type { OpenPost, Snapshot } from '../../site/model/snapshot.ts';
import { touches } from '../../text/range.ts';
import type { Workspace } from '../../text/workspace.ts';
import { landing } from '../links/linkTarget.ts';
import { fileOf, pointedAt } from '../links/linkAtOffset.ts';
import { namesakes } from '../labels/occurrences.ts';
import type { Target } from '../results.ts';
import { subjectAt } from '../labels/renameTarget.ts';

/** Files that an editor shows as text. */
const texts = /\.(?:md|markdown|mkd|mkdn|mkdown|mdx|x?html?|xml|txt|css|scss|js|json|ya?ml|toml|csv|njk|liquid)$/i;

/** The same, and of a destination or a tag the post, heading or file it leads to; empty where there is none. */
export async function siteDefinition(
  snapshot: Snapshot,
  open: OpenPost,
  offset: number,
  environment: Environment,
  files: Workspace,
): Promise<Target[]> {
  const own = definition(open, offset);
  if (own.length > 0) return own;
  const pointed = pointedAt(open, offset, environment);
  const uri = pointed && fileOf(pointed.destination, open);
  if (uri === undefined || !texts.test(uri)) return [];
  const { destination, range } = pointed!;
  return [
    { ...(await landing(uri, 'fragment' in destination ? destination.fragment : '', snapshot, files)), origin: range },
  ];
}

/** Where the label at an offset is defined, the copy that counts in the dialect, or the heading a link leads to; empty where there is none. */
export function definition(open: OpenPost, offset: number): Target[] {
  const { document, syntax } = open;
  const subject = subjectAt(open, offset);
  if (!subject) return [];
  if (subject.kind === 'heading')
    return [{ document, range: subject.target.textRange, fullRange: subject.target.heading.range }];
  const { named } = subject;
  if (named.type === 'definition' && touches(named.destinationRange, offset)) return [];
  const target = namesakes(syntax, named).effective;
  return target ? [{ document, range: target.labelRange, fullRange: target.range }] : [];
}
