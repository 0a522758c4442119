import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/** Which side leads the other when it scrolls; the writer's choice for VS Code's own Markdown preview holds for Galley's too. */
export interface ScrollSettings {
  readonly previewFollowsEditor: boolean;
  readonly editorFollowsPreview: boolean;
}

/** The scroll settings that hold for a document. */
export function getScrollSettings(uri: Uri): ScrollSettings {
  const preview = workspace.getConfiguration('markdown.preview', uri);
  return {
    previewFollowsEditor: preview.get('scrollPreviewWithEditor', true),
    editorFollowsPreview: preview.get('scrollEditorWithPreview', true),
  };
}
