import type { TagArguments } from '../../generators/contract/preview.ts';

const argument = /(?:([\w-]+)[ \t\n]*[=:][ \t\n]*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`{}%<>]+))/g;

/** Parses the arguments in the text that follows a tag's name: `src="a.png"` and `width: 300` are named, others positional. */
export function parseTagArguments(text: string): TagArguments {
  const named = new Map<string, string>();
  const positional: string[] = [];
  for (const [, name, double, single, back, bare] of text.matchAll(argument)) {
    const value = double?.replace(/\\(.)/g, '$1') ?? single ?? back ?? bare ?? '';
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  return { named, positional };
}
