import type { SiteView } from '../contract/model.ts';
import type { LinkUse } from '../contract/linking.ts';
import { getPathWithin } from '../shared/values.ts';
import { memoize } from '../../text/memo.ts';
import type { HugoSettings } from './settings.ts';

/** A template that prints links or images of Markdown. */
interface RenderHook {
  readonly path: string;
  readonly use: LinkUse;
  /** Whether every address that it prints is the destination as written. */
  readonly isPlain: boolean;
}

const hookFile = /(?:^|\/)_markup\/render-(link|image)(?:\.[\w-]+)*\.html$/;

/** Whether a file is a render hook for links or images of the site or of a theme in its folder. */
export function isRenderHook(path: string, { themeFolders }: HugoSettings): boolean {
  return (
    hookFile.test(path) && ['', ...themeFolders].some((folder) => getPathWithin(folder, path)?.startsWith('layouts/'))
  );
}

/** Returns the path of a render hook that prints other addresses than those written; undefined for none. */
export function findRewriter(use: LinkUse, settings: HugoSettings, siteView: SiteView): string | undefined {
  return readHooks(siteView, settings).find((hook) => hook.use === use && !hook.isPlain)?.path;
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
    isPlain: isPlain(text),
  })),
);

const address = /\s(?:href|src)\s*=\s*["']?((?:\{\{[^{}]*\}\}|[^"'\s>{}])*)/g;

function isPlain(text: string): boolean {
  const printed = [...text.matchAll(address)].map(([, value]) => value!);
  return (
    printed.length > 0 &&
    printed.every((value) => /^\{\{-?\s*\.Destination\s*(?:\|\s*safeURL\s*)?-?\}\}$/.test(value)) &&
    !/\.Destination\s*:?=[^=]/.test(text)
  );
}
