import { Range } from 'vscode';
import type { Range as ProtocolRange } from '../../server/src/protocol/index.ts';

/** A range of Galley's own requests as VS Code has it. */
export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
