import { Range } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol/index.ts';

/** A range of Galley's own requests as VS Code has it. */
export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** A range of VS Code's, which would go over the wire as a pair, as Galley's own requests have it. */
export function fromRange({ start, end }: Range): ProtocolRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
