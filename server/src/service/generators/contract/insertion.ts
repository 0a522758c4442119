/** What writers of a generator's sites insert into posts, and how it is written. Paths are relative to the site root. */
export interface Insertion {
  /** The folder for images of a site that has none yet; undefined for the folder of the post. */
  readonly imageFolder?: string;
  /** Returns the link destination by which the post `from` names another post in the generator's own way (`{% post_url 2024-05-01-a %}`); undefined where its URL is written. */
  formatPostReference?(path: string, from: string): string | undefined;
  /** Includes and shortcodes of the site; undefined where posts can have none. */
  readonly components?: Components;
}

/** Includes or shortcodes: files of a site whose text a tag inserts into a post. */
interface Components {
  /** Returns the name by which a tag calls the component in a file; undefined for a file that is no component. */
  getName(path: string): string | undefined;
  /** Returns a call of a component as an LSP snippet, with a tab stop for each argument that its text reads. */
  formatCall(name: string, text: string): string;
}

/** Returns the parameters that a component's text reads, as the first group of a pattern finds them: in the order of the text, each once, a dozen at most. */
export function findParameterNames(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].slice(0, 12);
}

/** Returns named arguments as a snippet, each with a tab stop: ` src="${1}" alt="${2}"`. */
export function formatNamedArguments(names: readonly string[]): string {
  return names.map((name, index) => ` ${name}="\${${index + 1}}"`).join('');
}
