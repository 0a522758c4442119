import type { Environment } from '../../generators/contract/model.ts';
import type { Settings } from '../../site/model/settings.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { findChangedDependencies } from '../../site/resolution/changedDependencies.ts';
import type { Context } from '../context.ts';

/** What a file was checked as: an open document, a post as its file has it, or a file that is no post. */
export type CheckedAs = OpenPost | Post | 'no post';

/**
 * What was checked so far and what each result depends on. Kept from one check to the next, it lets the next one skip
 * files whose result is current: those that did not change, where nothing changed at an address or a name that their
 * result depends on.
 */
export class CheckRecord {
  private readonly checked = new Map<string, CheckedAs>();
  /** Files that are being checked and were not invalidated meanwhile. */
  private readonly checking = new Set<string>();
  /** URIs of files by the addresses and names that their results depend on. */
  private readonly dependents = new Map<string, Set<string>>();
  /** The sites and settings of the results. */
  private basis: { readonly sites: readonly Site[]; readonly settings?: Settings } = { sites: [] };

  /** The texts of these files (canonical URIs) may have changed. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.checked.delete(uri);
      this.checking.delete(uri);
    }
  }

  /** Invalidates the results that may differ in the sites and settings of a context. */
  update({ snapshot: { sites, settings }, environment }: Context): void {
    const { basis } = this;
    this.basis = { sites, settings };
    if (settings !== basis.settings || sites.length !== basis.sites.length) return this.checked.clear();
    for (const site of sites) {
      const previous = basis.sites.find(({ root }) => root === site.root);
      const keys = previous && findChangedDependencies(previous, site, environment);
      if (!keys) return this.checked.clear();
      for (const key of keys) this.invalidate(this.dependents.get(key) ?? []);
    }
  }

  /** Whether the result for a file, which is this post now, is current. */
  isCurrent(uri: string, post: CheckedAs): boolean {
    return this.checked.get(uri) === post;
  }

  /** Starts the check of a file; the returned environment records what its result depends on. */
  start(uri: string, environment: Environment): Environment {
    this.checking.add(uri);
    return {
      ...environment,
      onDependency: (name) => {
        const uris = this.dependents.get(name);
        if (uris) uris.add(uri);
        else this.dependents.set(name, new Set([uri]));
      },
    };
  }

  /** Remembers that a file was checked, unless it was invalidated meanwhile. */
  finish(uri: string, post: CheckedAs): void {
    if (this.checking.delete(uri)) this.checked.set(uri, post);
  }
}
