import { workspace } from 'vscode';
import { isPost } from '../../server/postDocuments.ts';

/** The versions of all open posts by URI. */
export function openVersions(): ReadonlyMap<string, number> {
  return new Map(workspace.textDocuments.filter(isPost).map(({ uri, version }) => [uri.toString(), version]));
}

/** Whether no post has changed since it had one of these versions; opening and closing one changes nothing. */
export function areCurrent(versions: ReadonlyMap<string, number>): boolean {
  return [...openVersions()].every(([uri, version]) => (versions.get(uri) ?? version) === version);
}
