import type { Disposable, Memento, Uri } from 'vscode';
import { ConfigurationTarget, Disposable as VSCodeDisposable, l10n, window, workspace } from 'vscode';
import { isPost } from '../server/postDocuments.ts';

/** Checks of VS Code's own Markdown validation that Galley's rules make too, and better: it takes every footnote for an error. */
const sharedChecks = ['referenceLinks.enabled', 'unusedLinkDefinitions.enabled', 'duplicateLinkDefinitions.enabled'];

const offeredKey = 'neighbour.validationOffered';

/** Offers, once in the life of an installation, to leave references to Galley where VS Code's own validation reports them as well. */
export function offerValidation(memory: Memento): Disposable {
  const offerIfNeeded = (): void => {
    const document = window.activeTextEditor?.document;
    if (!document || memory.get(offeredKey) || !isPost(document) || !isCheckedTwice(document.uri)) return;
    void memory.update(offeredKey, true);
    void offer(document.uri);
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
    'VS Code’s Markdown validation checks references as well as Galley, and reports every footnote as an error. Leave references to Galley?',
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

/** Where a check must be set to count: as near to the post as validation itself is switched on or the check is set. */
function findConfigurationTarget(uri: Uri, check: string): ConfigurationTarget {
  const validation = workspace.getConfiguration('markdown.validate', uri);
  const places = [validation.inspect('enabled'), validation.inspect(check)];
  if (places.some((place) => place?.workspaceFolderValue !== undefined)) return ConfigurationTarget.WorkspaceFolder;
  return places.some((place) => place?.workspaceValue !== undefined)
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
}
