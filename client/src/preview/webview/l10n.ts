import { config } from '@vscode/l10n';

// The script element of the page has the translations for VS Code's language; without any, texts are English.
config({ contents: document.querySelector<HTMLElement>('script[data-l10n]')?.dataset['l10n'] ?? '{}' });

export { t } from '@vscode/l10n';
