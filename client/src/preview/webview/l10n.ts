import { config } from '@vscode/l10n';

// The page has the translations of VS Code's language on its script element; without any, texts are English.
config({ contents: document.querySelector<HTMLElement>('script[data-l10n]')?.dataset['l10n'] ?? '{}' });

export { t } from '@vscode/l10n';
