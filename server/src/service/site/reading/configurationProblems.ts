import type { Site } from '../model/site.ts';
import { toUri } from '../model/site.ts';
import { trimEnd, whiteSpace } from '../../text/scan.ts';

/** A syntax error in a configuration file. */
export interface ConfigurationProblem {
  readonly uri: string;
  /** Relative to the site root. */
  readonly file: string;
  /** UTF-16 offset in the file's text. */
  readonly offset: number;
  readonly message: string;
}

/** Returns the first problem of each configuration file of a site that cannot be read. */
export function findConfigurationProblems(site: Site): ConfigurationProblem[] {
  const { generator } = site;
  const firstErrors = new Map(generator.errors.toReversed().map((error) => [error.file, error]));
  return [...firstErrors.values()].map(({ file, offset, message }) => {
    const reason = trimEnd(message, `.:${whiteSpace}`);
    return {
      uri: toUri(site, file),
      file,
      offset,
      message: `${generator.name} cannot read this file, so it builds nothing: ${reason}. Until it is mended, Galley goes by the settings it last could read, or by the defaults.`,
    };
  });
}
