import type { PythonValue, Values } from './literal.ts';
import { blanks, skipForward } from '../../../text/scan.ts';
import { LiteralReader } from './literal.ts';

export type { PythonValue } from './literal.ts';

/** The constants of a program in Python. It is never run: only plain literals that are assigned once, outside of blocks, are known. */
export interface PythonSettings {
  /** Returns the value of a constant; undefined where it is not assigned, `'unknown'` where only running the program gives it. */
  get(name: string): { readonly value: PythonValue } | 'unknown' | undefined;
}

const nameStart = /^([A-Za-z_]\w*)[ \t]*/;
/** What else gives a name a value: in a block, or in part. */
const indentedAssignment = /^[ \t]+([A-Za-z_]\w*)[ \t]*[-+*/|]?=/;
const change = /^([A-Za-z_]\w*)[ \t]*(?:[-+*/|]=|\[[^\n=]*=|\.\w+\()/;
const importStart = /^[ \t]*(?:from|import)\b/;
const importedName = /\b(?:import|as)[ \t]+([A-Za-z_]\w*)/g;
const starImport = /^[ \t]*from[ \t]+\S+[ \t]+import[ \t]+\*/m;

/** Reads the literals of a program. Never throws. */
export function readPython(text: string): PythonSettings {
  const values: Values = new Map();
  const unknown = new Set<string>();
  for (let at = 0; at < text.length;) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    const assigned = parseAssignment(line);
    const reader = new LiteralReader(text, at + (assigned?.end ?? 0), values);
    if (assigned) {
      const { name } = assigned;
      const found = reader.readStatement();
      if (found === undefined || values.has(name)) unknown.add(name);
      else values.set(name, found.value);
    } else {
      for (const name of findOtherNames(line)) unknown.add(name);
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

/** The name that a line assigns a value, with or without an annotation, and the offset of the value. */
function parseAssignment(line: string): { readonly name: string; readonly end: number } | undefined {
  const start = nameStart.exec(line);
  if (!start) return undefined;
  const at = start[0].length;
  const sign = line[at] === ':' ? line.indexOf('=', at) : at;
  if (line[sign] !== '=' || line[sign + 1] === '=') return undefined;
  return { name: start[1]!, end: skipForward(line, sign + 1, blanks) };
}

/** The names that a line gives a value which only running it tells. */
function findOtherNames(line: string): string[] {
  if (importStart.test(line)) return Array.from(line.matchAll(importedName), ([, name]) => name!);
  const indented = indentedAssignment.exec(line);
  const isComparison = indented !== null && line[indented[0].length] === '=';
  const name = ((isComparison ? null : indented) ?? change.exec(line))?.[1];
  return name === undefined ? [] : [name];
}
