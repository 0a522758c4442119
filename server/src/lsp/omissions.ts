import type { Environment, Omission, Site } from '../service/index.ts';
import { findConsequence, describeOmission, listUnreportedLinks, relative } from '../service/index.ts';

/** What was left out of the sites when they were read, each told once. */
export class Omissions {
  private readonly met = new Map<string, Omission>();
  private readonly told = new Set<string>();

  /** `tell` takes one sentence for the writer. */
  constructor(private readonly tell: (sentence: string) => void) {}

  /** Keeps what a workspace met. */
  readonly add = (omission: Omission): void => void this.met.set(omission.uri, omission);

  /** Forgets what is read again: these files and folders (canonical URIs), or everything. */
  forget(uris: readonly string[] | 'everything'): void {
    if (uris === 'everything') return this.met.clear();
    for (const met of this.met.keys()) if (uris.some((uri) => relative(uri, met) !== undefined)) this.met.delete(met);
  }

  /** Tells what these sites lack since the last time. */
  tellNew(sites: readonly Site[], environment: Environment): void {
    for (const sentence of this.sentences(sites, environment)) {
      if (this.told.has(sentence)) continue;
      this.told.add(sentence);
      this.tell(sentence);
    }
  }

  /** One sentence for each thing that these sites lack, and for each kind of broken link that is not reported. */
  sentences(sites: readonly Site[], environment: Environment): string[] {
    const leftOut = [...this.met.values()].flatMap((omission) => {
      const site = sites.find((each) => findConsequence(each, omission) !== 'nothing');
      return site ? describeOmission(relative(site.root, omission.uri) || '.', omission.reason) : [];
    });
    return [...leftOut, ...sites.flatMap((site) => listUnreportedLinks(site, environment))];
  }
}
