import type { Webview } from 'vscode';
import { env, l10n, Uri } from 'vscode';

/**
 * Creates the HTML of the preview before any post is in it. Nothing but Galley's own script runs, nothing but files of
 * the workspace loads, and only the Trusted Types policy `galley` makes HTML of strings.
 */
export function createPageHtml(webview: Webview, extensionUri: Uri): string {
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name)).toString(true);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data:`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "require-trusted-types-for 'script'",
    'trusted-types galley',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const script = file('preview.js');
  const translations = escapeAttribute(JSON.stringify(l10n.bundle ?? {}));
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Preview')}</title>
<link rel="stylesheet" href="${file('preview.css')}">
</head>
<body class="galley">
<div class="galley-toolbar" role="navigation" aria-label="${l10n.t('Preview')}" hidden></div>
<main></main>
<script nonce="${nonce}" src="${script}" data-math="${file('math.js')}" data-l10n="${translations}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<]/g, (character) => `&#${character.charCodeAt(0)};`);
}
