import { stringify } from 'yaml';
import { isRecord } from '../shared/configurationFile.ts';
import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import type { JekyllSettings } from './settings.ts';
import { isoDay, isoOffset, zeroPad, zonedTime } from '../../text/calendar.ts';

/** Where jekyll-compose fills something in. */
const placeholders = { title: '\u0001title', date: '\u0001date' };

/** What jekyll-compose writes (0.12, `file_info.rb`) on sites that use it: layout, title, date, then the defaults that the configuration names. */
export function jekyllTemplates({ compose }: JekyllSettings): PostTemplates {
  return {
    getCandidateFiles: () => [],
    getConfiguredTemplate: (start) => compose?.defaults && templateFor(start, compose.defaults[start.collection]),
    getBuiltInTemplate: (start) => (compose ? templateFor(start, undefined) : undefined),
    fill,
    titleQuote: "'",
    isAlwaysQuoted: (title) => /^[^\p{L}\p{M}\p{Nd}\p{Pc}][^"]*$/u.test(title),
    usesSiteTimeZone: true,
  };
}

function templateFor({ collection }: TemplateQuery, defaults: unknown): string | undefined {
  if (collection !== 'posts' && collection !== 'drafts') return undefined;
  return JSON.stringify({
    layout: 'post',
    title: placeholders.title,
    ...(collection === 'posts' && { date: placeholders.date }),
    ...(isRecord(defaults) && defaults),
  });
}

function fill(template: string, { title, now, timeZone: zone }: TemplateVariables): string {
  const time = zonedTime(now, zone);
  const date = `${isoDay(time)} ${zeroPad(time.hour)}:${zeroPad(time.minute)} ${isoOffset(time.offset, '')}`;
  const data = JSON.parse(template, (_, value: unknown) =>
    value === placeholders.title ? title : value === placeholders.date ? date : value,
  ) as Record<string, unknown>;
  return `---\n${stringify(data, { version: '1.1', singleQuote: true, indentSeq: false, nullStr: '', lineWidth: 0 }).replace(/: $/gm, ':')}---\n\n`;
}
