/** The last segment of a path: `b.md` of `a/b.md`. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of the folder a path is in, without a slash at its end: `a` of `a/b.md`, '' of `b.md`. */
export function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last segment without its last extension: `b` of `a/b.md`; a name that begins with its only dot stays whole. */
export function stem(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
