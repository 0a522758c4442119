import type { Dialect } from '../../dialects/dialect.ts';
import { goldmark } from '../../dialects/goldmark.ts';
import type { Data } from './values.ts';
import { loweredKeys, textOf } from './values.ts';

/** goldmark with the options of `markup.goldmark`. */
export function dialectOf(settings: Data): Dialect {
  const parser = loweredKeys(settings.parser);
  const style = textOf(parser.autoheadingidtype)?.toLowerCase();
  return goldmark({
    autoHeadingId: parser.autoheadingid !== false,
    autoHeadingIdType: style === 'github-ascii' || style === 'blackfriday' ? style : 'github',
  });
}
