import type { Problem } from '../../rules/rule.ts';
import { problems } from '../../rules/lint.ts';
import { analyzePost, findSite } from '../../site/model/snapshot.ts';
import type { Document } from '../../text/document.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { Context } from '../context.ts';
import { readDocument } from '../links/linkTarget.ts';
import type { CheckRecord } from './checkRecord.ts';

/** The result of a check of one file. */
export type CheckedFile =
  | {
      readonly uri: string;
      readonly status: 'checked';
      readonly document: Document;
      /** In the order of the text. */
      readonly problems: readonly Problem[];
    }
  /** What an earlier check found still holds, or there is no text to check. */
  | { readonly uri: string; readonly status: 'unchanged' | 'unreadable' };

/** Canonical URIs of open documents and of all posts in Markdown. */
export function checkableFiles({ snapshot: { sites, open } }: Context): string[] {
  const markdown = sites.flatMap(({ posts, generator }) =>
    [...posts.values()].filter(({ path }) => generator.isMarkdown(path)),
  );
  return [...new Set([...open.keys(), ...markdown.map(({ uri }) => uri)])];
}

/**
 * Checks files (canonical URIs) one after another, open ones with their unsaved text, and yields a result for each.
 * Texts are read when they are needed. With the record of an earlier check only those are checked whose result may
 * differ. Ends early when it is cancelled.
 */
export async function* check(
  context: Context,
  uris: readonly string[],
  record?: CheckRecord,
): AsyncGenerator<CheckedFile> {
  const { snapshot, scheduler } = context;
  record?.update(context);
  for (const uri of uris) {
    await scheduler.pause();
    if (scheduler.isCancelled) return;
    const post = snapshot.open.get(uri) ?? findSite(snapshot, uri)?.posts.get(uri) ?? 'no post';
    if (record?.isCurrent(uri, post)) yield { uri, status: 'unchanged' };
    else {
      yield await checkFile(context, uri, record);
      record?.finish(uri, post);
    }
  }
}

async function checkFile(context: Context, uri: string, record: CheckRecord | undefined): Promise<CheckedFile> {
  const environment = record?.start(uri, context.environment) ?? context.environment;
  const document = await readDocument(context, uri);
  if (!document) return { uri, status: 'unreadable' };
  const steps = problems(analyzePost(context.snapshot, document), environment);
  return { uri, status: 'checked', document, problems: await finishInSlices(steps, context.scheduler) };
}
