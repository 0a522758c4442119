/** The values of TM_SELECTED_TEXT and the like in these tests: nothing is selected, and it is one fixed moment. */
const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2024',
  CURRENT_MONTH: '05',
  CURRENT_DATE: '01',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '30',
  CURRENT_SECOND: '00',
  CURRENT_TIMEZONE_OFFSET: '+02:00',
  TM_SELECTED_TEXT: '',
};

/** What a snippet body (VS Code's snippet grammar, without transforms) inserts with every default kept; its tab stops, sorted. */
export interface Expansion {
  readonly text: string;
  readonly tabStops: readonly number[];
}

class Expander {
  private at = 0;
  private readonly defaults = new Map<string, string>();
  readonly tabStops = new Set<number>();

  constructor(private readonly body: string) {}

  /** Expands to the end of the body, or to the `}` that closes a placeholder. */
  expand(depth: number): string {
    let text = '';
    while (this.at < this.body.length) {
      const rest = this.body.slice(this.at);
      if (depth > 0 && rest.startsWith('}')) return text;
      const escaped = /^\\([\\$}])/.exec(rest);
      const simple = /^\$(\w+)/.exec(rest);
      if (escaped) text += this.take(escaped, escaped[1]!);
      else if (simple) text += this.take(simple, this.getValue(simple[1]!));
      else if (rest.startsWith('${')) text += this.expandBraced(depth);
      else if (rest.startsWith('$')) throw new Error(`a bare $ at ${this.at}`);
      else text += this.take([rest[0]!], rest[0]!);
    }
    if (depth > 0) throw new Error('a placeholder is not closed');
    return text;
  }

  private take(match: readonly string[], text: string): string {
    this.at += match[0]!.length;
    return text;
  }

  private expandBraced(depth: number): string {
    const head = /^\$\{(\w+)(?:(\})|(:)|\|([^|]+)\|\})/.exec(this.body.slice(this.at));
    if (!head) throw new Error(`not a placeholder at ${this.at}`);
    const [, name, closed, , choices] = head;
    this.take(head, '');
    if (closed) return this.getValue(name!);
    if (choices) return this.recordValue(name!, choices.split(',')[0]!);
    const value = this.expand(depth + 1);
    this.at += 1;
    return this.recordValue(name!, value);
  }

  private recordValue(name: string, value: string): string {
    if (!/^\d+$/.test(name)) return this.getValue(name) || value;
    this.tabStops.add(Number(name));
    this.defaults.set(name, value);
    return value;
  }

  private getValue(name: string): string {
    if (/^\d+$/.test(name)) this.tabStops.add(Number(name));
    else if (variables[name] === undefined) throw new Error(`no variable ${name}`);
    return variables[name] ?? this.defaults.get(name) ?? '';
  }
}

/** Expands a snippet body; throws when the snippet grammar is broken or a variable is unknown. */
export function expandSnippet(body: string): Expansion {
  const expander = new Expander(body);
  const text = expander.expand(0);
  return { text, tabStops: [...expander.tabStops].toSorted((a, b) => a - b) };
}
