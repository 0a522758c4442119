import type { Range, TextDocument } from 'vscode';
import type { Insertable, InsertResult, Refusal } from '../../../server/src/protocol/index.ts';
import { insert } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { fromRange } from '../server/ranges.ts';
import { requestPlan } from '../server/requests.ts';

/** A place in a post where something is inserted; what is in the range is replaced. */
export interface InsertionTarget {
  readonly document: TextDocument;
  readonly range: Range;
}

/** Asks the server how to insert something in the way in which its author writes such things. */
export function planInsertion(
  server: LanguageServer,
  { document, range }: InsertionTarget,
  what: Insertable,
): Promise<InsertResult | Refusal> {
  return requestPlan(server, insert, { uri: document.uri.toString(), selection: fromRange(range), what });
}
