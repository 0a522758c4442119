import type { ToPage } from '../messages.ts';
import { handleClicks } from './clicks.ts';
import { PreviewPage } from './page.ts';
import { connectToExtension } from './vscode.ts';

const vscode = connectToExtension();
const main = document.querySelector('main')!;
const page = new PreviewPage(main, vscode);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => page.onMessage(data));
handleClicks(main, (message) => vscode.postMessage(message));
vscode.postMessage({ type: 'ready' });
