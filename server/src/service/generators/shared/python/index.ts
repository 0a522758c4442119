import type { PythonValue, Values } from './literal.ts';
import { LiteralReader } from './literal.ts';

export type { PythonValue } from './literal.ts';

/** The constants of a program in Python. It is never run: only plain literals that are assigned once, outside of blocks, are known. */
export interface PythonSettings {
  /** Returns the value of a constant; undefined where it is not assigned, `'unknown'` where only running the program gives it. */
  get(name: string): { readonly value: PythonValue } | 'unknown' | undefined;
}

const assignment = /^([A-Za-z_]\w*)[ \t]*(?::[^=\n]{1,100})?=(?!=)[ \t]*/;
/** What else gives a name a value: in a block, in part, from a module. */
const otherAssignment =
  /^[ \t]+([A-Za-z_]\w*)[ \t]*[-+*/|]?=(?!=)|^([A-Za-z_]\w*)[ \t]*(?:[-+*/|]=|\[[^\n]*\][ \t]*[-+]?=|\.\w+\()|^[ \t]*(?:from|import)\b[^\n]*\b(?:import|as)[ \t]+([A-Za-z_]\w*)/;
const starImport = /^[ \t]*from[ \t]+\S+[ \t]+import[ \t]+\*/m;

/** Reads the literals of a program. Never throws. */
export function readPython(text: string): PythonSettings {
  const values: Values = new Map();
  const unknown = new Set<string>();
  for (let at = 0; at < text.length;) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    const match = assignment.exec(line);
    const reader = new LiteralReader(text, at + (match?.[0].length ?? 0), values);
    if (match) {
      const found = reader.readStatement();
      if (found === undefined || values.has(match[1]!)) unknown.add(match[1]!);
      else values.set(match[1]!, found.value);
    } else {
      const names = otherAssignment.exec(line);
      const name = names?.[1] ?? names?.[2] ?? names?.[3];
      if (name !== undefined) unknown.add(name);
      if (!/^[ \t]*(?:#|$)/.test(line)) reader.skipStatement();
    }
    at = Math.max(reader.nextLine(), lineEnd < 0 ? text.length : lineEnd + 1);
  }
  const isOpen = starImport.test(text);
  return {
    get: (name) => {
      if (unknown.has(name)) return 'unknown';
      const value = values.get(name);
      return value === undefined && !values.has(name) ? (isOpen ? 'unknown' : undefined) : { value: value! };
    },
  };
}
