import type { Definition } from '../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../syntax/syntax.ts';

/** The definitions of a post, in the order of the text. */
export function listDefinitions(syntax: Syntax): Definition[] {
  return syntax.occurrences.filter((occurrence) => occurrence.type === 'definition');
}

/**
 * A new label for the text of a link as this author chooses labels: the next number where labels count (`3`, `link3`),
 * else the first words.
 */
export function findFreeLabel(text: string, syntax: Syntax): string {
  const numbered = listDefinitions(syntax).map(({ label }) => /^(\D*)(\d+)$/.exec(label));
  const prefix = numbered[0]?.[1];
  if (prefix !== undefined && numbered.every((match) => match?.[1] === prefix)) {
    return `${prefix}${Math.max(...numbered.map((match) => Number(match![2]))) + 1}`;
  }
  const words =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
      .slice(0, 3)
      .join('-') || 'link';
  for (let number = 1; ; number++) {
    const label = number === 1 ? words : `${words}-${number}`;
    const identifier = syntax.dialect.links.normalizeLabel(label);
    if (!syntax.definitions.has(identifier) && !syntax.references.has(identifier)) return label;
  }
}
