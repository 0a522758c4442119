import type { TextDocument } from 'vscode';
import { l10n } from 'vscode';
import type { ImagePlace } from '../../../server/src/protocol/index.ts';
import { imagePlaces } from '../../../server/src/protocol/index.ts';
import type { TextOutcome } from '../prompts/askForText.ts';
import { askForText } from '../prompts/askForText.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { requestPlan } from '../server/requests.ts';

/**
 * Asks the writer to name the images that come without a name, one after the other; resolves to the places of all,
 * undefined when the writer leaves.
 */
export async function askForNames(
  server: LanguageServer,
  document: TextDocument,
  proposed: readonly ImagePlace[],
): Promise<ImagePlace[] | undefined> {
  const places: ImagePlace[] = [];
  for (const place of proposed) {
    const chosen = place.isNameless ? await askForName(server, document, place, places) : place;
    if (!chosen) return undefined;
    places.push(chosen);
  }
  return places;
}

/**
 * Asks for the name of one image; white space that is typed becomes hyphens, since a space in an address reads `%20`.
 */
function askForName(
  server: LanguageServer,
  document: TextDocument,
  { path }: ImagePlace,
  previous: readonly ImagePlace[],
): Promise<ImagePlace | undefined> {
  const name = toFileName(path);
  const extension = name.slice(name.lastIndexOf('.'));
  const question = {
    title: l10n.t('Name the Image'),
    placeholder: name,
    prompt: l10n.t('A name that says what the image shows'),
    value: name,
    selected: [0, name.length - extension.length],
  } as const;
  return askForText(question, async (text): Promise<TextOutcome<ImagePlace | undefined>> => {
    const typed = text.replace(/\s+/g, '-');
    const wanted = /\.\w+$/.test(typed) ? typed : typed + extension;
    const names = [...previous.map((each) => toFileName(each.path)), wanted];
    const places = await requestPlan(server, imagePlaces, { uri: document.uri.toString(), names, isChosen: true });
    if ('refusal' in places) return { prompt: question.prompt, refusal: places.refusal, value: undefined };
    const place = places.at(-1)!;
    return { prompt: l10n.t('Creates {0}', place.path), value: place };
  });
}

function toFileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
