import { findConfigurationProblems } from '../../site/reading/configurationProblems.ts';
import { Document } from '../../text/document.ts';
import type { Context } from '../context.ts';

/** What is wrong with a configuration file, from an offset to the end of its line. */
export interface ConfigurationProblem {
  readonly document: Document;
  /** Relative to the site root. */
  readonly file: string;
  /** Into the document. */
  readonly offset: number;
  readonly message: string;
}

/** One problem for each configuration file of the sites that cannot be read. */
export async function configurationProblems({ snapshot, files }: Context): Promise<ConfigurationProblem[]> {
  const found = snapshot.sites.flatMap(findConfigurationProblems);
  return Promise.all(
    found.map(async ({ uri, ...problem }) => ({
      ...problem,
      document: new Document(uri, 0, (await files.read(uri)) ?? ''),
    })),
  );
}
