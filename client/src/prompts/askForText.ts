import type { InputBox } from 'vscode';
import { InputBoxValidationSeverity, window } from 'vscode';

/** What a text in the box would do: told while it is typed. */
export interface TextOutcome<Value> {
  /** One line below the box. */
  readonly prompt: string;
  /** Why it cannot be accepted, instead. */
  readonly refusal?: string;
  readonly value: Value;
}

export interface TextQuestion {
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
  question: TextQuestion,
  evaluate: (text: string) => Promise<TextOutcome<Value>>,
): Promise<Value | undefined> {
  const box = window.createInputBox();
  box.title = question.title;
  box.placeholder = question.placeholder;
  box.prompt = question.prompt;
  box.value = question.value ?? '';
  if (question.selected) box.valueSelection = question.selected;
  box.ignoreFocusOut = true;
  return new Promise<Value | undefined>((resolve, reject) => {
    let latestRequest = 0;
    /** Looks at the present text; undefined when the writer has typed on or nothing is there yet. */
    const evaluateCurrentText = async (): Promise<TextOutcome<Value> | undefined> => {
      const request = ++latestRequest;
      const text = box.value.trim();
      if (text === '') return showHint(box, question.prompt);
      const found = await evaluate(text);
      if (request !== latestRequest) return undefined;
      showHint(box, found.prompt, found.refusal);
      return found;
    };
    const accept = async (): Promise<void> => {
      const found = await evaluateCurrentText();
      if (found && found.refusal === undefined) resolve(found.value);
    };
    box.onDidChangeValue(() => evaluateCurrentText().catch(reject));
    box.onDidAccept(() => accept().catch(reject));
    box.onDidHide(() => resolve(undefined));
    box.show();
    if (box.value !== '') evaluateCurrentText().catch(reject);
  }).finally(() => box.dispose());
}

function showHint(box: InputBox, prompt: string, refusal?: string): undefined {
  box.prompt = prompt;
  box.validationMessage =
    refusal === undefined ? undefined : { message: refusal, severity: InputBoxValidationSeverity.Error };
}
