import { Range } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol/index.ts';

/** Converts a range of the protocol into one of VS Code. */
export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Converts a range of VS Code, which JSON would write as an array, into one of the protocol. */
export function fromRange({ start, end }: Range): ProtocolRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
