import type { Dialect } from '../../dialects/dialect.ts';
import { goldmark } from '../../dialects/goldmark.ts';
import type { Data } from './values.ts';
import { toLowerCaseKeys, castToString } from './values.ts';

/** Creates the dialect: goldmark with the options of `markup.goldmark`. */
export function createDialect(settings: Data): Dialect {
  const parser = toLowerCaseKeys(settings.parser);
  const style = castToString(parser.autoheadingidtype)?.toLowerCase();
  return goldmark({
    autoHeadingId: parser.autoheadingid !== false,
    autoHeadingIdType: style === 'github-ascii' || style === 'blackfriday' ? style : 'github',
  });
}
