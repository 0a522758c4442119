import { l10n, window, workspace } from 'vscode';
import type { PublicationResult } from '../../../server/src/protocol/index.ts';
import { publication } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { uriIn } from './postChange.ts';
import { isPost } from '../server/postDocuments.ts';

/** A post with an address. */
export interface AddressedPost extends PublicationResult {
  readonly url: string;
}

/** Where the post of a file or row, or else of the active editor, can be read; rejects with a sentence for the writer where nowhere. */
export async function fetchAddress(server: LanguageServer, target: unknown): Promise<AddressedPost> {
  const uri = uriIn(target);
  const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
  if (!document || !isPost(document))
    throw new Error(l10n.t('Open a post first: this is about the page that it becomes.'));
  const found = await ask(server, publication, { uri: document.uri.toString() });
  if (!found)
    throw new Error(
      l10n.t('Galley does not know this post’s address: it is no page of a site whose generator Galley knows.'),
    );
  const { url, reasons } = found;
  if (url === undefined) throw new Error(l10n.t('This post has no address. {0}', reasons.join(' ')).trim());
  return { ...found, url };
}

/** Where a post can be read on this computer: on the writer's own server, else on the generator's usual one; undefined for neither. */
export function toLocalUrl({ url, localUrl: usual }: AddressedPost): string | undefined {
  const own = workspace.getConfiguration('galley').get('site.localServer', '').trim().replace(/\/+$/, '');
  if (own === '') return usual;
  if (!/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/i.test(own))
    throw new Error(
      l10n.t(
        'The setting “galley.site.localServer” is {0}, and no address on this computer, such as http://localhost:4000.',
        own,
      ),
    );
  return `${own}${encodeURI(decodeURI(url))}`;
}
