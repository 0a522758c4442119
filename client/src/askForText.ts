import type { InputBox } from 'vscode';
import { InputBoxValidationSeverity, window } from 'vscode';

/** What a text in the box would do: told while it is typed. */
export interface Look<Value> {
  /** One line below the box. */
  readonly prompt: string;
  /** Why it cannot be accepted, instead. */
  readonly refusal?: string;
  readonly value: Value;
}

export interface Question {
  readonly title: string;
  readonly placeholder: string;
  /** Shown as long as nothing is typed. */
  readonly prompt: string;
  /** Where to begin, all of it selected. */
  readonly value?: string;
  /** From and to: the part of it to be selected instead. */
  readonly selected?: readonly [from: number, to: number];
}

/** Asks for a text and shows meanwhile what comes of it; gives the accepted value, undefined when the writer leaves, and rejects when looking fails. */
export function askForText<Value>(
  question: Question,
  look: (text: string) => Promise<Look<Value>>,
): Promise<Value | undefined> {
  const box = window.createInputBox();
  box.title = question.title;
  box.placeholder = question.placeholder;
  box.prompt = question.prompt;
  box.value = question.value ?? '';
  if (question.selected) box.valueSelection = question.selected;
  box.ignoreFocusOut = true;
  return new Promise<Value | undefined>((resolve, reject) => {
    let asked = 0;
    /** Looks at the present text; undefined when the writer has typed on or nothing is there yet. */
    const seen = async (): Promise<Look<Value> | undefined> => {
      const turn = ++asked;
      const text = box.value.trim();
      if (text === '') return describe(box, question.prompt);
      const found = await look(text);
      if (turn !== asked) return undefined;
      describe(box, found.prompt, found.refusal);
      return found;
    };
    const accept = async (): Promise<void> => {
      const found = await seen();
      if (found && found.refusal === undefined) resolve(found.value);
    };
    box.onDidChangeValue(() => seen().catch(reject));
    box.onDidAccept(() => accept().catch(reject));
    box.onDidHide(() => resolve(undefined));
    box.show();
    if (box.value !== '') seen().catch(reject);
  }).finally(() => box.dispose());
}

function describe(box: InputBox, prompt: string, refusal?: string): undefined {
  box.prompt = prompt;
  box.validationMessage =
    refusal === undefined ? undefined : { message: refusal, severity: InputBoxValidationSeverity.Error };
}
