import { l10n, workspace } from 'vscode';
import type { PublicationResult } from '../../../server/src/protocol/index.ts';
import { publication } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { sendRequest } from '../server/requests.ts';
import { openPostDocument } from './commandTarget.ts';

/** A post with an address. */
export interface AddressedPost extends PublicationResult {
  readonly url: string;
}

/** Asks for the address of the post a command is about; rejects with a sentence for the writer where there is none. */
export async function findAddress(server: LanguageServer, argument: unknown): Promise<AddressedPost> {
  const document = await openPostDocument(argument);
  if (!document) throw new Error(l10n.t('Open a post first: this is about the page that it becomes.'));
  const found = await sendRequest(server, publication, { uri: document.uri.toString() });
  if (!found)
    throw new Error(
      l10n.t('Galley does not know this post’s address: it is no page of a site whose generator Galley knows.'),
    );
  const { url, reasons } = found;
  if (url === undefined) throw new Error(l10n.t('This post has no address. {0}', reasons.join(' ')).trim());
  return { ...found, url };
}

/**
 * The address of a post on this computer: on the server that the settings name, else on the generator's usual one;
 * undefined where it has none.
 */
export function toLocalUrl({ url, localUrl }: AddressedPost): string | undefined {
  const configured = workspace
    .getConfiguration('galley')
    .get('site.localServer', '')
    .trim()
    .replace(/(^|[^/])\/+$/, '$1');
  if (configured === '') return localUrl;
  if (!/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/i.test(configured))
    throw new Error(
      l10n.t(
        'The setting “galley.site.localServer” is {0}, and no address on this computer, such as http://localhost:4000.',
        configured,
      ),
    );
  return `${configured}${encodeURI(decodeURI(url))}`;
}
