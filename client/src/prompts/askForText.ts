import type { InputBox } from 'vscode';
import { InputBoxValidationSeverity, window } from 'vscode';

/** What a text would do, shown while it is typed. */
export interface TextOutcome<Value> {
  /** A line below the box. */
  readonly prompt: string;
  /** Why the text cannot be accepted, shown in place of that line. */
  readonly refusal?: string;
  readonly value: Value;
}

/** What an input box says and starts with. */
export interface TextQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The line below the box as long as it is empty. */
  readonly prompt: string;
  /** The text at first, all of it selected. */
  readonly value?: string;
  /** The part of the text that is selected instead, as offsets. */
  readonly selected?: readonly [from: number, to: number];
}

/**
 * Asks for a text and shows while it is typed what it would do; resolves to the accepted value, undefined when the
 * writer leaves, and rejects when a text cannot be evaluated.
 */
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
    /** Evaluates the text; undefined when the box is empty or the writer has typed on meanwhile. */
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
