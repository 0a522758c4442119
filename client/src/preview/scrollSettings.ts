import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/**
 * Which side follows the other when that scrolls; the settings of VS Code's own Markdown preview hold for Galley's too.
 */
export interface ScrollSettings {
  readonly previewFollowsEditor: boolean;
  readonly editorFollowsPreview: boolean;
}

/** Reads the scroll settings for a document. */
export function getScrollSettings(uri: Uri): ScrollSettings {
  const preview = workspace.getConfiguration('markdown.preview', uri);
  return {
    previewFollowsEditor: preview.get('scrollPreviewWithEditor', true),
    editorFollowsPreview: preview.get('scrollEditorWithPreview', true),
  };
}
