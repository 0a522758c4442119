/** What writers of a generator's sites put into posts, and how they write it. Paths are relative to the site root. */
export interface Insertion {
  /** Where images go on a site that has none yet; undefined for next to the post. */
  readonly imageFolder?: string;
  /** The file of another post as the generator's own kind of link names it (`{% post_url 2024-05-01-a %}`); undefined where its URL is written. */
  postReference?(path: string, from: string): string | undefined;
  /** Includes and shortcodes of the site; undefined where posts have none. */
  readonly components?: Components;
}

/** Includes or shortcodes: files of a site whose text a tag puts into a post. */
interface Components {
  /** What the component in a file is called; undefined for any other file. */
  nameOf(path: string): string | undefined;
  /** A call of a component as a snippet, with a tab stop for each argument that its text asks for. */
  call(name: string, text: string): string;
}

/** Names that a component's text asks for by the first group of a pattern, in its order, each once, a dozen at most. */
export function parameterNames(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].slice(0, 12);
}

/** ` src="${1}" alt="${2}"`: arguments with names, each with a tab stop. */
export function namedArguments(names: readonly string[]): string {
  return names.map((name, index) => ` ${name}="\${${index + 1}}"`).join('');
}
