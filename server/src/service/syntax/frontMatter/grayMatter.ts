import matter from 'gray-matter';
import type { FrontMatterFormat } from './index.ts';

/** Reads a content in one format and returns its data. */
export type Engine = (content: string) => Record<string, unknown>;

function refuse(): never {
  throw new Error('This front matter is a program; Galley does not run programs of a post.');
}

/**
 * Passes a content to the engine of the language that its fence names, by gray-matter's own table of languages and aliases.
 * Programs (`---js`) are refused, gray-matter would run them. Returns a sentence for the writer where no engine took the content, else undefined.
 */
export function dispatch(
  language: string,
  content: string,
  engines: Readonly<Record<Exclude<FrontMatterFormat, 'meta'>, Engine>>,
): string | undefined {
  try {
    matter(`---${language}\n${content}`, {
      delimiters: ['---', '\u0000'],
      engines: { ...engines, javascript: refuse, coffee: refuse, cson: refuse },
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
