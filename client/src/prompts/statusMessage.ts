import { window } from 'vscode';

const shownMs = 5000;

/**
 * Shows a sentence in the status bar for five seconds: what was done, or why it was not, where nothing has to be
 * answered.
 */
export function showStatusMessage(sentence: string): void {
  window.setStatusBarMessage(sentence, shownMs);
}
