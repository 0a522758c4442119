import type { FrontMatterError } from './index.ts';
import { isNestedTooDeeply } from './nesting.ts';
import type { Reading } from './reading.ts';
import { dataOf } from './reading.ts';
import { parseYaml } from './yamlDocument.ts';

/** Reads a JSON object, `text.slice(start, end)` with its braces; offsets into `text`. Ranges come from reading it as YAML, which JSON is part of. */
export function readJson(text: string, start: number, end: number): Reading {
  const content = text.slice(start, end);
  if (isNestedTooDeeply(content))
    return {
      data: {},
      pairs: [],
      errors: [{ range: { start, end }, message: 'JSON cannot read this: it is nested too deeply.' }],
    };
  const { pairs } = parseYaml(content, start);
  try {
    const data: unknown = JSON.parse(content);
    if (typeof data === 'object' && data !== null && !Array.isArray(data))
      return { data: data as Record<string, unknown>, pairs, errors: [] };
    return {
      data: {},
      pairs: [],
      errors: [{ range: { start, end }, message: 'JSON front matter is an object: keys and values between { and }.' }],
    };
  } catch (error) {
    return {
      data: dataOf(pairs),
      pairs,
      errors: [explained(content, start, error instanceof Error ? error.message : '')],
    };
  }
}

/** Engines of JavaScript word their messages differently; only the position is taken from them. */
function explained(content: string, start: number, engineMessage: string): FrontMatterError {
  const position = /position (\d+)/.exec(engineMessage)?.[1];
  const comma = /,(?=\s*[}\]])/.exec(content);
  if (comma) {
    const range = { start: start + comma.index, end: start + comma.index + 1 };
    return {
      range,
      message: 'JSON allows no comma behind the last item.',
      repair: { title: 'Remove the comma', edits: [{ range, newText: '' }] },
    };
  }
  if (position === undefined)
    return { range: { start, end: start + content.length }, message: 'JSON cannot read this front matter.' };
  const at = start + Math.min(Number(position), content.length - 1);
  const word = /^[^\s,:{}[\]]*/.exec(content.slice(at - start))![0];
  return {
    range: { start: at, end: at + Math.max(1, word.length) },
    message: 'JSON cannot read this: keys and texts need double quotes, and a comma parts the entries.',
  };
}
