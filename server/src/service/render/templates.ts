import type { Element, Nodes } from 'hast';
import type { Syntax } from '../syntax/syntax.ts';
import type { TemplateTag } from '../syntax/template.ts';
import { templateTags } from '../syntax/template.ts';
import type { Draft, StandIn } from './draft.ts';
import { draftOf, standIn, withoutMarks } from './draft.ts';

/** Tags that steer the build and leave nothing for the reader where they stand. */
const silent = /^(end|if|elsif|else|unless|for|assign|capture|raw|comment|case|when|break|continue|increment|decrement|tablerow|layout|paginate|toc|-?\/)/;

/** The body with its template parts replaced by stand-ins that Markdown leaves alone; lines stay where they are. */
export function shownTemplates(syntax: Syntax): Draft {
  const { start } = syntax.body;
  const body = withoutMarks(syntax.text.slice(start));
  const standIns: StandIn[] = [];
  let shown = '';
  let at = 0;
  let hiddenUntil = '';
  for (const tag of templateTags(body)) {
    const between = body.slice(at, tag.range.start);
    shown += hiddenUntil === '' ? between : lineBreaks(between);
    const source = body.slice(tag.range.start, tag.range.end);
    if (hiddenUntil === '') shown += replacement(tag, source, syntax, standIns) + lineBreaks(source);
    if (tag.name === hiddenUntil) hiddenUntil = '';
    else if (tag.name === 'comment' && hiddenUntil === '') hiddenUntil = 'endcomment';
    at = tag.range.end;
  }
  const firstLine = syntax.text.slice(0, start).split('\n').length - 1;
  return { ...draftOf(shown + body.slice(at), firstLine), standIns };
}

function lineBreaks(text: string): string {
  return text.replace(/[^\n]/g, '');
}

function replacement(tag: TemplateTag, source: string, syntax: Syntax, standIns: StandIn[]): string {
  if (tag.name === 'highlight') return '```' + (/highlight\s+(\w+)/.exec(source)?.[1] ?? '');
  if (tag.name === 'endhighlight') return '```';
  if (tag.kind === 'tag' && silent.test(tag.name)) return '';
  const known = tag.kind === 'output' ? pageValue(source, syntax) : undefined;
  const node: Nodes = known === undefined ? box(source) : { type: 'text', value: known };
  standIns.push({ kind: 'nodes', nodes: [node] });
  return standIn(standIns.length - 1);
}

/** `{{ page.title }}` is known from front matter; `{{ site.baseurl }}` and paths in front of links add nothing here. */
function pageValue(source: string, syntax: Syntax): string | undefined {
  const name = /^\{\{-?\s*(page|site)\.([\w-]+)\s*-?\}\}$/.exec(source);
  if (name?.[1] === 'site') return /^(baseurl|url)$/.test(name[2]!) ? '' : undefined;
  const value = name && syntax.frontMatter?.data[name[2]!];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What only the build knows: a box with the tag's own words. */
function box(source: string): Element {
  const label = source.replace(/^\{[{%][-<%]*\s*|\s*[->%]*[}%]\}$/g, '').replace(/\s+/g, ' ');
  const value = label.length > 80 ? `${label.slice(0, 79)}…` : label;
  return { type: 'element', tagName: 'span', properties: { className: ['galley-template'] }, children: [{ type: 'text', value }] };
}
