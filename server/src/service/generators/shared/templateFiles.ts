/**
 * Returns templates with all that they include, and what those include: `listIncluded` gives the paths that the template at a
 * path names, or undefined where one of them cannot be known or is not there; then the whole is undefined.
 */
export function withIncluded(
  templates: Iterable<string>,
  listIncluded: (path: string) => Iterable<string> | undefined,
): ReadonlySet<string> | undefined {
  const found = new Set(templates);
  for (const path of found) {
    const included = listIncluded(path);
    if (!included) return undefined;
    for (const each of included) found.add(each);
  }
  return found;
}
