import type { FromPage, PageState } from '../messages.ts';

/** The API that VS Code passes to the script of a webview, once. */
export interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Connects the page to the extension, which may be done once. */
export function connectToExtension(): VsCodeApi {
  return acquireVsCodeApi();
}
