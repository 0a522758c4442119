import type { TextDocument } from 'vscode';
import { l10n } from 'vscode';
import type { ImagePlace } from '../../../server/src/protocol/index.ts';
import { imagePlaces } from '../../../server/src/protocol/index.ts';
import { askForPlan } from '../server/ask.ts';
import type { TextOutcome } from '../prompts/askForText.ts';
import { askForText } from '../prompts/askForText.ts';
import type { LanguageServer } from '../server/languageServer.ts';

/** Lets the writer name the images that come without a name, one after the other; undefined when the writer leaves. */
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

/** Words may be typed as words: hyphens join them, since a blank in an address reads `%20`. */
function askForName(
  server: LanguageServer,
  document: TextDocument,
  { path }: ImagePlace,
  before: readonly ImagePlace[],
): Promise<ImagePlace | undefined> {
  const name = nameOf(path);
  const ending = name.slice(name.lastIndexOf('.'));
  const question = {
    title: l10n.t('Name the Image'),
    placeholder: name,
    prompt: l10n.t('A name that says what the image shows'),
    value: name,
    selected: [0, name.length - ending.length],
  } as const;
  return askForText(question, async (text): Promise<TextOutcome<ImagePlace | undefined>> => {
    const typed = text.replace(/\s+/g, '-');
    const names = [...before.map((each) => nameOf(each.path)), /\.\w+$/.test(typed) ? typed : typed + ending];
    const found = await askForPlan(server, imagePlaces, { uri: document.uri.toString(), names, isChosen: true });
    if ('refusal' in found) return { prompt: question.prompt, refusal: found.refusal, value: undefined };
    const place = found.at(-1)!;
    return { prompt: l10n.t('Creates {0}', place.path), value: place };
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
