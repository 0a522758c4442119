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

// Prefix, two stars and suffix: gobwas lets the texts overlap (`match.PrefixSuffix`), so that `a/**/b` matches `a/b`.
const prefixAndSuffix = /^([^*?[\]{}\\]+)\*\*([^*?[\]{}\\]+)$/;

/** Compiles a glob that Hugo matches with lower-case paths (`hugofs/glob`); undefined for a pattern that is refused. */
export function compileHugoGlob(pattern: string): Pattern | undefined {
  const source = pattern.toLowerCase();
  const [, prefix, suffix] = prefixAndSuffix.exec(source) ?? [];
  if (prefix !== undefined && suffix !== undefined)
    return { source, test: (path) => path.startsWith(prefix) && path.endsWith(suffix) };
  const glob = compileGlob(source, gobwas);
  return isRefused(glob) ? undefined : glob;
}
