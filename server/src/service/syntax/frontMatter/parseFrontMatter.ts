import { blanks, findLineEnd, skipBackward } from '../../text/scan.ts';
import { toEntries } from './comments.ts';
import { findBlock, programLanguages } from './fences.ts';
import type { FrontMatterBlock } from './fences.ts';
import type { FrontMatter, FrontMatterError, FrontMatterFormat } from './index.ts';
import { dispatch } from './grayMatter.ts';
import type { FrontMatterOptions } from './options.ts';
import { readJson } from './json.ts';
import { readMeta } from './meta.ts';
import type { ParsedContent } from './parsedContent.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** What reads an entry that stands in a comment. */
const readers = { yaml: readYaml, json: readYaml, toml: readToml, meta: readMeta };

const emptyContent: ParsedContent = { data: {}, pairs: [], errors: [] };

/** The front matter of a text in one of the formats, read as far as it can be; undefined when it has none. Never throws. */
export function parseFrontMatter(
  text: string,
  formats: readonly FrontMatterFormat[],
  options: FrontMatterOptions = {},
): FrontMatter | undefined {
  const block = findBlock(text, formats, options);
  if (!block) return undefined;
  const { format, range, contentRange, closed } = block;
  const { data, pairs, errors } = readContent(text, block, options);
  const reader = readers[format];
  const entries = toEntries(text, contentRange, pairs, format === 'toml' ? '=' : ':', reader);
  return {
    format,
    range,
    contentRange,
    closed,
    data,
    entries,
    errors: closed ? errors : [toMissingFenceError(text, block), ...errors],
  };
}

/** gray-matter chooses the reader; the reader works on the text itself, so that its ranges need no moving. */
function readContent(
  text: string,
  { language, range, contentRange }: FrontMatterBlock,
  options: FrontMatterOptions,
): ParsedContent {
  let parsed = emptyContent;
  const { start, end } = contentRange;
  if (language === 'meta') return readMeta(text, start, end);
  const isBraced = text[range.start] === '{';
  const use = (read: ParsedContent): Record<string, unknown> => (parsed = read).data;
  const failure = dispatch(language, isBraced ? text.slice(range.start, end + 1) : text.slice(start, end), {
    yaml: () => use(readYaml(text, start, end, options.yaml)),
    toml: () => use(readToml(text, start, end, options)),
    json: () =>
      use(isBraced ? readJson(text, range.start, Math.min(end + 1, text.length)) : readJson(text, start, end)),
  });
  return failure === undefined
    ? parsed
    : {
        ...emptyContent,
        errors: [
          {
            range: { start: range.start, end: findFirstLineEnd(text, range.start) },
            message: failure,
            ...(programLanguages.has(language) && { isProgram: true }),
          },
        ],
      };
}

function toMissingFenceError(text: string, { range, contentRange, format }: FrontMatterBlock): FrontMatterError {
  const isBraced = text[range.start] === '{';
  const fence = isBraced ? '}' : text.slice(range.start, range.start + 3);
  const opening = { start: range.start, end: findFirstLineEnd(text, range.start) };
  const end = text.slice(0, contentRange.end).trimEnd().length;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = [{ range: { start: end, end }, newText: lineBreak + fence }];
  const message = `The front matter is never closed: a line ${fence} is missing below its last ${format === 'toml' ? 'line' : 'entry'}.`;
  return { range: opening, message, repair: { title: `Close the front matter with ${fence}`, edits } };
}

function findFirstLineEnd(text: string, start: number): number {
  const lineEnd = findLineEnd(text, start);
  const end = text[lineEnd] === '\n' && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  return Math.max(skipBackward(text, end, blanks, start), start + 1);
}
