import type { InputBox } from 'vscode';
import { InputBoxValidationSeverity, window } from 'vscode';
import type { NewPostPlace, NewPostResult } from '../../../server/src/protocol/index.ts';

/** Asks for a title and shows meanwhile which file it makes; gives the accepted plan, undefined when the writer leaves, and rejects when planning fails. */
export function askForTitle(place: NewPostPlace, plan: (title: string) => Promise<NewPostResult>): Promise<NewPostResult | undefined> {
  const box = window.createInputBox();
  box.title = `New Post in ${place.label}`;
  box.placeholder = 'Title of the post';
  box.prompt = `Type a title; the file goes to ${place.detail}.`;
  box.ignoreFocusOut = true;
  return new Promise<NewPostResult | undefined>((resolve, reject) => {
    let asked = 0;
    /** Plans the present title; undefined when the writer has typed on or nothing is there yet. */
    const look = async (): Promise<NewPostResult | undefined> => {
      const turn = ++asked;
      const title = box.value.trim();
      if (title === '') return describe(box, `Type a title; the file goes to ${place.detail}.`);
      const found = await plan(title);
      if (turn !== asked) return undefined;
      describe(box, `Creates ${found.path}`, found.exists ? `${found.path} exists already. Choose another title.` : undefined);
      return found;
    };
    const accept = async (): Promise<void> => {
      const found = await look();
      if (found && !found.exists) resolve(found);
    };
    box.onDidChangeValue(() => look().catch(reject));
    box.onDidAccept(() => accept().catch(reject));
    box.onDidHide(() => resolve(undefined));
    box.show();
  }).finally(() => box.dispose());
}

function describe(box: InputBox, prompt: string, refusal?: string): undefined {
  box.prompt = prompt;
  box.validationMessage = refusal === undefined ? undefined : { message: refusal, severity: InputBoxValidationSeverity.Error };
}
