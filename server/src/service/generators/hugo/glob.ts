import type { GlobSyntax } from '../../text/glob.ts';
import { compileGlob } from '../../text/glob.ts';
import type { Pattern } from '../../text/pattern.ts';
import { isRefused } from '../../text/pattern.ts';

/** Patterns of the Go package gobwas/glob as Hugo makes them: with `/` as separator. */
const gobwas: GlobSyntax = {
  wildcards: 'within names',
  doubleStar: 'text',
  hasAlternatives: true,
  negations: '!',
  hidesDots: false,
};

// A text, two stars and a text: gobwas lets the texts overlap (`match.PrefixSuffix`), so that `a/` and `/b` both are in `a/b`.
const prefixAndSuffix = /^([^*?[\]{}\\]+)\*\*([^*?[\]{}\\]+)$/;

/** A pattern that Hugo matches lower-case paths with (`hugofs/glob`); undefined for one that is not run. */
export function globPattern(pattern: string): Pattern | undefined {
  const source = pattern.toLowerCase();
  const [, prefix, suffix] = prefixAndSuffix.exec(source) ?? [];
  if (prefix !== undefined && suffix !== undefined)
    return { source, test: (path) => path.startsWith(prefix) && path.endsWith(suffix) };
  const glob = compileGlob(source, gobwas);
  return isRefused(glob) ? undefined : glob;
}
