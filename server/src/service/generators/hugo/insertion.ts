import type { Insertion } from '../contract/insertion.ts';
import { formatNamedArguments, findParameterNames } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';
import type { HugoSettings } from './settings.ts';

/** Creates the insertion of `{{< relref "…" >}}`, of shortcodes of the site and its themes, and of images below the first static folder. */
export function createHugoInsertion({ static: staticMounts, themeFolders }: HugoSettings): Insertion {
  const folders = ['', ...themeFolders].flatMap((folder) =>
    ['shortcodes', '_shortcodes'].map((name) => joinPath(folder, 'layouts', name)),
  );
  return {
    imageFolder: joinPath(staticMounts[0]?.source ?? 'static', 'images'),
    formatPostReference: (path) => `{{< relref "${path.replace(/^[^/]+/, '')}" >}}`,
    components: {
      getName: (path) => {
        if (!path.endsWith('.html')) return undefined;
        const inner = folders.map((folder) => getPathWithin(folder, path)).find((each) => each !== undefined);
        return inner?.slice(0, -'.html'.length);
      },
      formatCall,
    },
  };
}

function formatCall(name: string, text: string): string {
  const own = findParameterNames(text, /\.Get[ \t]+["`]([\w-]+)["`]/g);
  const positions = [...text.matchAll(/\.Get[ \t]+(\d)\b/g)].map((match) => Number(match[1]));
  const count = own.length > 0 ? 0 : Math.max(-1, ...positions) + 1;
  const positional = Array.from({ length: count }, (_, index) => ` "\${${index + 1}:${index}}"`).join('');
  const opening = `{{< ${name}${own.length > 0 ? formatNamedArguments(own) : positional} >}}`;
  return /\.Inner\b/.test(text) ? `${opening}\n$0\n{{< /${name} >}}` : `${opening}$0`;
}
