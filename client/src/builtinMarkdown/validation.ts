import type { Disposable, Memento, Uri } from 'vscode';
import { ConfigurationTarget, Disposable as VSCodeDisposable, l10n, window, workspace } from 'vscode';
import { findActivePostEditor } from '../server/postDocuments.ts';

/**
 * Settings of VS Code's own Markdown validation for what Galley's rules check too, and better: it reports every
 * footnote as an error.
 */
const sharedChecks = ['referenceLinks.enabled', 'unusedLinkDefinitions.enabled', 'duplicateLinkDefinitions.enabled'];

/** Key in the extension's memory: the offer was made. */
const offeredKey = 'builtinMarkdown.validationOffered';

/**
 * Offers, once in the life of an installation, to leave references to Galley where VS Code's own validation reports
 * them as well.
 */
export function offerValidation(memory: Memento): Disposable {
  const offerIfNeeded = (): void => {
    const uri = findActivePostEditor()?.document.uri;
    if (!uri || memory.get(offeredKey) || !isCheckedTwice(uri)) return;
    void memory.update(offeredKey, true);
    void offer(uri);
  };
  offerIfNeeded();
  return VSCodeDisposable.from(
    window.onDidChangeActiveTextEditor(offerIfNeeded),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('markdown.validate') && offerIfNeeded()),
  );
}

function isCheckedTwice(uri: Uri): boolean {
  const validation = workspace.getConfiguration('markdown.validate', uri);
  return validation.get('enabled') === true && validation.get('referenceLinks.enabled', 'ignore') !== 'ignore';
}

async function offer(uri: Uri): Promise<void> {
  const sentence = l10n.t(
    'VS Code’s Markdown validation reports every footnote as an error. Leave references to Galley?',
  );
  const accept = l10n.t('Leave It to Galley');
  if ((await window.showInformationMessage(sentence, accept, l10n.t('Not Now'))) !== accept) return;
  const validation = workspace.getConfiguration('markdown.validate', uri);
  try {
    for (const check of sharedChecks) await validation.update(check, 'ignore', findConfigurationTarget(uri, check));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      l10n.t(
        'The settings could not be changed ({0}). Set “markdown.validate.referenceLinks.enabled” to “ignore” yourself.',
        reason,
      ),
    );
  }
}

/**
 * The narrowest scope in which validation is switched on or the check is set for a post: a wider one would have no
 * effect.
 */
function findConfigurationTarget(uri: Uri, check: string): ConfigurationTarget {
  const validation = workspace.getConfiguration('markdown.validate', uri);
  const places = [validation.inspect('enabled'), validation.inspect(check)];
  if (places.some((place) => place?.workspaceFolderValue !== undefined)) return ConfigurationTarget.WorkspaceFolder;
  return places.some((place) => place?.workspaceValue !== undefined)
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
}
