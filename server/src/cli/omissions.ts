import { relative as pathFrom } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment, Omission } from '../service/index.ts';
import { findConsequence, describeOmission, listUnreportedLinks } from '../service/index.ts';
import type { SiteSelection } from './siteSelection.ts';
import { isSelected } from './siteSelection.ts';
import { toPrintable } from './terminal.ts';

/** What was left out of the sites that a command is about. */
export class Omissions {
  private readonly met = new Map<string, Omission>();
  private readonly sentences: string[] = [];
  /** Whether a post was left out, so that an answer about all of them says too little. */
  lacksPosts = false;

  /** Keeps what a workspace met. */
  readonly add = (omission: Omission): void => void this.met.set(omission.uri, omission);

  /** Keeps that a file had no text: what no workspace met is gone. */
  addUnread(uri: string): void {
    if (!this.met.has(uri)) this.met.set(uri, { uri, type: 'file', reason: 'gone' });
  }

  /** Whether an answer about so many posts is none: some are missing, or all of them and nobody knows how many. */
  spoil(posts: number): boolean {
    return this.lacksPosts || (posts === 0 && this.sentences.length > 0);
  }

  /** One sentence for each that was told, in order of their files. */
  get told(): readonly string[] {
    return this.sentences;
  }

  /**
   * Says on standard error, in one line each, what was left out of a selected site, and of the files that were named
   * themselves.
   */
  tell(selection: SiteSelection): void {
    for (const omission of [...this.met.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1))) {
      const { uri, reason } = omission;
      const consequence = selection.files.has(uri) ? ofNamedFile(omission) : findConsequence(selection.site, omission);
      const isConcerned = consequence !== 'nothing' && (isSelected(selection, uri) || consequence === 'files');
      if (!isConcerned) continue;
      this.met.delete(uri);
      this.lacksPosts ||= consequence === 'posts';
      this.say(describeOmission(toPrintable(pathFrom(process.cwd(), fileURLToPath(uri)) || '.'), reason));
    }
  }

  /** Says on standard error, in one line each, which broken links of a site are not reported, and why. */
  tellUnreported({ site }: SiteSelection, environment: Environment): void {
    for (const sentence of listUnreportedLinks(site, environment))
      process.stderr.write(`galley: ${toPrintable(sentence)}\n`);
  }

  private say(sentence: string): void {
    this.sentences.push(sentence);
    process.stderr.write(`galley: ${sentence}\n`);
  }
}

function ofNamedFile({ reason }: Omission): 'posts' | 'files' {
  return reason === 'not UTF-8' ? 'files' : 'posts';
}
