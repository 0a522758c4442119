import type { SiteView } from '../contract/model.ts';
import type { LinkUse } from '../contract/linking.ts';
import { getPathWithin } from '../shared/values.ts';
import { memoize } from '../../text/memo.ts';
import type { HugoSettings } from './settings.ts';

/** A template that prints links or images of Markdown. */
interface RenderHook {
  readonly path: string;
  readonly use: LinkUse;
  readonly prints: 'the destination' | 'pages that the destination names' | 'other addresses';
}

const hookFile = /(?:^|\/)_markup\/render-(link|image)(?:\.[\w-]+)*\.html$/;

/** Whether a file is a render hook for links or images of the site or of a theme in its folder. */
function isRenderHook(path: string, { themeFolders }: HugoSettings): boolean {
  return (
    hookFile.test(path) && ['', ...themeFolders].some((folder) => getPathWithin(folder, path)?.startsWith('layouts/'))
  );
}

/** Returns the path of a render hook that prints other addresses than those written; undefined for none. */
export function findRewriter(use: LinkUse, settings: HugoSettings, siteView: SiteView): string | undefined {
  return readHooks(siteView, settings).find((hook) => hook.use === use && hook.prints === 'other addresses')?.path;
}

/** Returns a sentence for the links, and one for the images, that a render hook may lead elsewhere. */
export function listUnreported(settings: HugoSettings, siteView: SiteView): string[] {
  return (['link', 'image'] as const).flatMap((use) => {
    const path = findRewriter(use, settings, siteView);
    if (path === undefined) return [];
    const what = use === 'link' ? 'Broken links' : 'Broken images';
    return [`${what} of Markdown are not reported: \`${path}\` may lead them elsewhere.`];
  });
}

const readHooks = memoize((siteView: SiteView, settings: HugoSettings): readonly RenderHook[] =>
  [...siteView.getTexts((path) => isRenderHook(path, settings))].map(([path, text]) => ({
    path,
    use: hookFile.exec(path)![1] === 'link' ? 'link' : 'image',
    prints: findPrinted(text),
  })),
);

/** Whether a render hook leads links to the pages that they name, by `GetPage`, and else prints them as written. */
export function findsPages(settings: HugoSettings, siteView: SiteView): boolean {
  return readHooks(siteView, settings).some(
    ({ use, prints }) => use === 'link' && prints === 'pages that the destination names',
  );
}

const address = /\s(?:href|src)\s*=\s*["']?((?:\{\{[^{}]*\}\}|[^"'\s>{}])*)/g;
const action = /\{\{([^{}]*)\}\}/g;

/** The content of an action, `text` without its braces: no hyphens or white space around it. */
function toActionContent(text: string): string {
  return text.replace(/^-/, '').replace(/-$/, '').trim();
}

/** A pipeline without its last step `safeURL`, which changes nothing. */
function withoutSafeUrl(pipeline: string): string {
  const steps = pipeline.split('|');
  return steps.length > 1 && steps.at(-1)!.trim() === 'safeURL' ? steps.slice(0, -1).join('|').trimEnd() : pipeline;
}

/** What an address consists of, where it is one action of one step: `.Destination` of `{{ .Destination | safeURL }}`. */
function readOutput(address: string): string | undefined {
  if (!address.startsWith('{{') || address.indexOf('}}') !== address.length - 2) return undefined;
  const value = withoutSafeUrl(toActionContent(address.slice(2, -2)));
  return value.includes('|') ? undefined : value;
}

/** The variables that a template sets, and what to. */
function findAssignments(text: string): { readonly name: string; readonly value: string }[] {
  return [...text.matchAll(action)].flatMap(([, content]) => {
    const [, name, value] = /^(\$\w+)\s*:?=([^]*)$/.exec(toActionContent(content!)) ?? [];
    return name === undefined ? [] : [{ name, value: value!.trim() }];
  });
}

function findPrinted(text: string): RenderHook['prints'] {
  const printed = [...text.matchAll(address)].map(([, value]) => readOutput(value!));
  const assigned = findAssignments(text);
  const isDestination = (value: string | undefined): boolean =>
    value === '.Destination' ||
    (value?.startsWith('$') === true &&
      assigned.some(({ name }) => name === value) &&
      assigned.every(({ name, value: given }) => name !== value || isKept(given, name)));
  if (printed.length > 0 && printed.every(isDestination)) return 'the destination';
  const findsPage = /\.GetPage\b/.test(text) && printed.some(isDestination);
  return findsPage && printed.every((value) => isDestination(value) || isPage(value))
    ? 'pages that the destination names'
    : 'other addresses';
}

/** Whether an output is the address of a page: `.RelPermalink`, `$page.Permalink`. */
function isPage(value: string | undefined): boolean {
  return value !== undefined && /^(?:\$\w+)?\.(?:Rel)?Permalink$/.test(value);
}

/** Whether a value is the destination, or the variable itself, without what is around it. */
function isKept(value: string, name: string): boolean {
  const bare = withoutSafeUrl(value.replace(/^(?:strings\.)?[tT]rim\s+(\S+)\s+"[^"]*"$/, '$1'));
  return bare === '.Destination' || bare === name;
}
