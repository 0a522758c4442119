import type { Dialect } from '../../dialects/dialect.ts';
import { goldmark } from '../../dialects/goldmark.ts';
import type { Data } from './values.ts';
import { castToString, isTrue, toLowerCaseKeys } from './values.ts';

/** Creates the dialect: goldmark with the options of `markup.goldmark` (markup/goldmark/goldmark_config), also by their former names, and with `enableEmoji`. */
export function createDialect(settings: Data, emoji: boolean): Dialect {
  const parser = toLowerCaseKeys(settings.parser);
  const extensions = toLowerCaseKeys(settings.extensions);
  const renderer = toLowerCaseKeys(settings.renderer);
  const idType = castToString(parser.autoidtype ?? parser.autoheadingidtype)?.toLowerCase();
  return goldmark({
    footnote: isOn(extensions.footnote),
    taskList: isOn(extensions.tasklist),
    table: isOn(extensions.table),
    strikethrough: isOn(extensions.strikethrough),
    definitionList: isOn(extensions.definitionlist),
    linkify: isOn(extensions.linkify),
    typographer: isOn(extensions.typographer),
    attributeTitle: isOn(toLowerCaseKeys(parser.attribute).title),
    autoHeadingId: isOn(parser.autoheadingid),
    autoHeadingIdType: idType === 'github-ascii' || idType === 'blackfriday' ? idType : 'github',
    hardWraps: isTrue(renderer.hardwraps),
    unsafe: isTrue(renderer.unsafe),
    emoji,
  });
}

/** Whether a setting that is on by default is on: not `false`, and no table with `enable = false` or `disable = true`. */
function isOn(value: unknown): boolean {
  const { enable, disable } = toLowerCaseKeys(value);
  return !(value === false || enable === false || disable === true);
}
