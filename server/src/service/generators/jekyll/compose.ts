import { stringify } from 'yaml';
import { isRecord } from '../configurationFile.ts';
import type { TemplateFacts, Templates } from '../templates.ts';
import { digits, isoOffset, zonedTime } from '../zone.ts';

/** Where jekyll-compose fills something in. */
const placeholders = { title: '\u0001title', date: '\u0001date' };

/** What jekyll-compose writes (0.12, `file_info.rb`), on sites whose configuration says how: layout, title, date, then the site's defaults. */
export const compose: Templates = {
  files: () => [],
  configured: (start, { data }) => {
    const settings = isRecord(data.jekyll_compose) ? data.jekyll_compose : undefined;
    const all = settings && isRecord(settings.default_front_matter) ? settings.default_front_matter : undefined;
    if (!all || (start.collection !== 'posts' && start.collection !== 'drafts')) return undefined;
    const own = all[start.collection];
    return JSON.stringify({ layout: 'post', title: placeholders.title, ...(start.collection === 'posts' && { date: placeholders.date }), ...(isRecord(own) && own) });
  },
  fill,
  quote: "'",
};

function fill(template: string, { title, now, zone }: TemplateFacts): string {
  const { year, month, day, hour, minute, offset } = zonedTime(now, zone);
  const date = `${digits(year, 4)}-${digits(month)}-${digits(day)} ${digits(hour)}:${digits(minute)} ${isoOffset(offset, '')}`;
  const data = JSON.parse(template, (_, value: unknown) => (value === placeholders.title ? title : value === placeholders.date ? date : value)) as Record<string, unknown>;
  return `---\n${stringify(data, { version: '1.1', singleQuote: true, indentSeq: false, nullStr: '', lineWidth: 0 }).replace(/: $/gm, ':')}---\n\n`;
}

