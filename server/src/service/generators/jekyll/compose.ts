import { stringify } from 'yaml';
import { isRecord } from '../shared/configurationFile.ts';
import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import type { JekyllSettings } from './settings.ts';
import { isoDay, isoOffset, zeroPad, zonedTime } from '../../text/calendar.ts';

/** Placeholders in a template of jekyll-compose. */
const placeholders = { title: '\u0001title', date: '\u0001date' };

/** Creates the templates of jekyll-compose (0.12, `file_info.rb`) for sites that use it: layout, title, date, then the configured defaults. */
export function createJekyllTemplates({ compose }: JekyllSettings): PostTemplates {
  return {
    getCandidateFiles: () => [],
    getConfiguredTemplate: (query) => compose?.defaults && createTemplate(query, compose.defaults[query.collection]),
    getBuiltInTemplate: (query) => (compose ? createTemplate(query, undefined) : undefined),
    fill,
    titleQuote: "'",
    isAlwaysQuoted: (title) => /^[^\p{L}\p{M}\p{Nd}\p{Pc}][^"]*$/u.test(title),
    usesSiteTimeZone: true,
  };
}

function createTemplate({ collection }: TemplateQuery, defaults: unknown): string | undefined {
  if (collection !== 'posts' && collection !== 'drafts') return undefined;
  return JSON.stringify({
    layout: 'post',
    title: placeholders.title,
    ...(collection === 'posts' && { date: placeholders.date }),
    ...(isRecord(defaults) && defaults),
  });
}

function fill(template: string, { title, now, timeZone }: TemplateVariables): string {
  const time = zonedTime(now, timeZone);
  const date = `${isoDay(time)} ${zeroPad(time.hour)}:${zeroPad(time.minute)} ${isoOffset(time.offset, '')}`;
  const data = JSON.parse(template, (_, value: unknown) =>
    value === placeholders.title ? title : value === placeholders.date ? date : value,
  ) as Record<string, unknown>;
  return `---\n${stringify(data, { version: '1.1', singleQuote: true, indentSeq: false, nullStr: '', lineWidth: 0 }).replace(/: $/gm, ':')}---\n\n`;
}
