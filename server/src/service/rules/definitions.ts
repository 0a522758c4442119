import type { Definition } from '../syntax/occurrence.ts';

/** Whether a definition is a comment in disguise: `[//]: # (text)`, `[comment]: <> (text)`, `[_]: #`. */
export function isComment(definition: Definition): boolean {
  return definition.label === '//' || /^(#|<>|)(\s|$)/.test(definition.destination);
}
