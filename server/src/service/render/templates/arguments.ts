/** Arguments of a tag: `{{< figure src="/a.png" title='b' >}}`, `{% youtube abc %}`. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

const argument = /(?:([\w-]+)[ \t\n]*[=:][ \t\n]*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`{}%<>]+))/g;

/** Reads what stands behind a tag's name. */
export function tagArguments(text: string): Arguments {
  const named = new Map<string, string>();
  const positional: string[] = [];
  for (const [, name, double, single, back, bare] of text.matchAll(argument)) {
    const value = double?.replace(/\\(.)/g, '$1') ?? single ?? back ?? bare ?? '';
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  return { named, positional };
}
