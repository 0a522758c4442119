import { dequal } from 'dequal/lite';
import type { Dialect } from '../dialect.ts';

/** Returns the dialect of an engine with some options; those left out, or undefined, have their defaults. */
export type DialectWith<Options extends object> = (options?: Partial<Options>) => Dialect;

/**
 * Returns the function that creates an engine's dialects. Equal options always return the same object, so that results
 * computed for a dialect can be cached by it, and two sites with other options do not share them.
 */
export function dialectWith<Options extends object>(
  defaults: Readonly<Options>,
  make: (options: Readonly<Options>) => Dialect,
): DialectWith<Options> {
  const made: { readonly options: Readonly<Options>; readonly dialect: Dialect }[] = [];
  return (given = {}) => {
    const named = Object.entries(given).filter(([, value]) => value !== undefined);
    const options: Options = { ...defaults, ...Object.fromEntries(named) };
    const cached = made.find((each) => dequal(each.options, options));
    if (cached) return cached.dialect;
    const dialect = make(options);
    made.push({ options, dialect });
    return dialect;
  };
}
