/** A problem that a test expects: where, which rule and, if given, with which words. */
export interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string | undefined;
}

/**
 * Splits a post into its text and the problems written under its lines:
 *
 *     See [the guide][gide].
 *         ^^^^^^^^^^^^^^^^^ undefined-reference: the whole message, or nothing after the rule
 *
 * Lines and columns are those of the text without the expectations, from 0.
 */
export function parseExpectations(source: string): {
  readonly text: string;
  readonly expected: readonly Expectation[];
} {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of source.split('\n')) {
    const match = /^(\s*)(\^+) ([a-z]+(?:-[a-z]+)+)(?:: (.+))?$/.exec(line);
    if (!match) lines.push(line);
    else {
      const start = match[1]!.length;
      expected.push({
        line: lines.length - 1,
        start,
        end: start + match[2]!.length,
        rule: match[3]!,
        message: match[4],
      });
    }
  }
  return { text: lines.join('\n'), expected };
}

/**
 * The text with these problems written under its lines, as `expectations` reads them. A problem that `earlier` expected
 * at the same place without its message stays without; a range that goes on in the next line is marked one past the
 * end.
 */
export function insertExpectations(
  text: string,
  found: readonly Expectation[],
  earlier: readonly Expectation[] = [],
): string {
  const isBrief = ({ line, start, rule }: Expectation): boolean =>
    earlier.some((each) => each.line === line && each.start === start && each.rule === rule && !each.message);
  const formatCarets = (each: Expectation): string => {
    const message = isBrief(each) || each.message === undefined ? '' : `: ${each.message}`;
    return `${' '.repeat(each.start)}${'^'.repeat(each.end - each.start)} ${each.rule}${message}`;
  };
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...found.filter((each) => each.line === index).map(formatCarets)])
    .join('\n');
}
