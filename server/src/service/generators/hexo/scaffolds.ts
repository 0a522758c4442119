import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import { clockTime, isoDay, zonedTime } from '../../text/calendar.ts';
import { matchAt } from '../../text/scan.ts';

/** The scaffold that `hexo new` takes for any layout without one of its own (`hexo/scaffold.ts`). */
const builtIn = '---\nlayout: {{ layout }}\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n';

const ownLayouts = new Set(['post', 'draft', 'page']);

/** Scaffolds as `hexo new` fills them in: `{{ layout }}`, `{{ title }}`, `{{ date }}`, in the zone of the site. */
export const scaffolds: PostTemplates = {
  getCandidateFiles: (start) => [`scaffolds/${layoutOf(start)}.md`],
  getBuiltInTemplate: () => builtIn,
  fill,
  titleQuote: "'",
  usesSiteTimeZone: true,
  findNamedTemplates: (files) =>
    [...files].flatMap((file) => {
      const name = /^scaffolds\/([^/]+)\.md$/.exec(file)?.[1];
      return name === undefined || ownLayouts.has(name) ? [] : [{ name, file }];
    }),
};

function layoutOf({ collection, kind }: TemplateQuery): string {
  return kind ?? (collection === 'drafts' ? 'draft' : collection === 'pages' ? 'page' : 'post');
}

/** Returns where front matter with its fences ends: what follows is handed through. */
function findHeadEnd(template: string): number {
  const [opening, fence] = /^(-{3,}|;{3,})\r?\n/.exec(template) ?? [];
  if (opening === undefined) return template.length;
  for (let at = opening.length; (at = template.indexOf(`\n${fence}`, at)) >= 0; at++) {
    const closing = matchAt(template, at + 1 + fence!.length, /[ \t]*(?:\r?\n|$)/y);
    if (closing) return closing.index + closing[0].length;
  }
  return template.length;
}

function fill(template: string, facts: TemplateVariables): string | undefined {
  const end = findHeadEnd(template);
  const time = zonedTime(facts.now, facts.timeZone);
  const values: Readonly<Record<string, string>> = {
    layout: layoutOf(facts),
    title: facts.title,
    date: `${isoDay(time)} ${clockTime(time)}`,
  };
  let isBeyond = false;
  const filled = template.slice(0, end).replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    const name = inner.trim();
    if (values[name] === undefined) isBeyond = true;
    return values[name] ?? '';
  });
  if (isBeyond || filled.includes('{%')) return undefined;
  const text = filled + template.slice(end);
  return text.endsWith('\n') ? text : `${text}\n`;
}
