import { environment } from '../support/check.ts';
import type { Built, BuiltPage } from './builtSite.ts';
import { inFolder, Worker } from './worker.ts';

/** The zone of the computer that builds. */
export const timeZone = 'America/New_York';

const worker = new Worker('ruby', ['test/engines/jekyll-build.rb'], {
  TZ: timeZone,
  GALLEY_NOW: new Date(environment.now).toISOString(),
  LANG: 'C.UTF-8',
});

type Answer =
  | {
      readonly pages: readonly (Omit<BuiltPage, 'date'> & { readonly date: number | null })[];
      readonly files: readonly string[];
    }
  | { readonly stopped: string };

/** Builds a site, its files by path: in the process that builds all of them. */
export async function build(files: ReadonlyMap<string, string>): Promise<Built> {
  const answer = JSON.parse(await inFolder(files, (own) => worker.ask(own))) as Answer;
  if ('stopped' in answer) return answer;
  const pages = answer.pages.map(({ date: moment, ...rest }) => ({
    ...rest,
    ...(moment !== null && { date: moment }),
  }));
  return { pages, files: new Set(answer.files) };
}
