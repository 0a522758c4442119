import { dequal } from 'dequal/lite';
import type { Dialect } from '../dialect.ts';

/** Returns the dialect of an engine with some options; those left out, or undefined, have their defaults. */
export type CreateDialect<Options extends object> = (options?: Partial<Options>) => Dialect;

/**
 * Returns the function that creates an engine's dialects. Equal options always return the same object, so that results
 * computed for a dialect can be cached by it, and two sites with other options do not share them.
 */
export function defineDialect<Options extends object>(
  defaults: Readonly<Options>,
  create: (options: Readonly<Options>) => Dialect,
): CreateDialect<Options> {
  const cache: { readonly options: Readonly<Options>; readonly dialect: Dialect }[] = [];
  return (given = {}) => {
    const defined = Object.entries(given).filter(([, value]) => value !== undefined);
    const options: Options = { ...defaults, ...Object.fromEntries(defined) };
    const cached = cache.find((each) => dequal(each.options, options));
    if (cached) return cached.dialect;
    const dialect = create(options);
    cache.push({ options, dialect });
    return dialect;
  };
}
