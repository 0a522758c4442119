import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import { clockTime, isoDay, zonedTime } from '../../text/calendar.ts';
import { matchAt } from '../../text/scan.ts';

/** The scaffold of `hexo new` for a layout without a scaffold (`hexo/scaffold.ts`). */
const defaultScaffold = '---\nlayout: {{ layout }}\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n';

const defaultLayouts = new Set(['post', 'draft', 'page']);

/** Scaffolds, which `hexo new` fills with `{{ layout }}`, `{{ title }}` and `{{ date }}` in the time zone of the site. */
export const scaffolds: PostTemplates = {
  getCandidateFiles: (query) => [`scaffolds/${getLayout(query)}.md`],
  getBuiltInTemplate: () => defaultScaffold,
  fill,
  titleQuote: "'",
  usesSiteTimeZone: true,
  findNamedTemplates: (files) =>
    [...files].flatMap((file) => {
      const name = /^scaffolds\/([^/]+)\.md$/.exec(file)?.[1];
      return name === undefined || defaultLayouts.has(name) ? [] : [{ name, file }];
    }),
};

function getLayout({ collection, kind }: TemplateQuery): string {
  return kind ?? (collection === 'drafts' ? 'draft' : collection === 'pages' ? 'page' : 'post');
}

/** Returns the offset, in UTF-16 code units, after front matter and its fences; what follows is copied. */
function findFrontMatterEnd(template: string): number {
  const [opening, fence] = /^(-{3,}|;{3,})\r?\n/.exec(template) ?? [];
  if (opening === undefined) return template.length;
  for (let at = opening.length; (at = template.indexOf(`\n${fence}`, at)) >= 0; at++) {
    const closing = matchAt(template, at + 1 + fence!.length, /[ \t]*(?:\r?\n|$)/y);
    if (closing) return closing.index + closing[0].length;
  }
  return template.length;
}

function fill(template: string, variables: TemplateVariables): string | undefined {
  const end = findFrontMatterEnd(template);
  const time = zonedTime(variables.now, variables.timeZone);
  const values: Readonly<Record<string, string>> = {
    layout: getLayout(variables),
    title: variables.title,
    date: `${isoDay(time)} ${clockTime(time)}`,
  };
  let hasUnknownVariable = false;
  const filled = template.slice(0, end).replace(/\{\{([^{}]*)\}\}/g, (_, expression: string) => {
    const name = expression.trim();
    if (values[name] === undefined) hasUnknownVariable = true;
    return values[name] ?? '';
  });
  if (hasUnknownVariable || filled.includes('{%')) return undefined;
  const text = filled + template.slice(end);
  return text.endsWith('\n') ? text : `${text}\n`;
}
