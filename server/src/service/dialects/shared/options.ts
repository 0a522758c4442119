import { dequal } from 'dequal/lite';
import type { Dialect } from '../dialect.ts';

/** Makes the dialect of an engine with some options; those left out, or undefined, have their defaults. */
export type DialectWith<Options extends object> = (options?: Partial<Options>) => Dialect;

/**
 * The function that makes an engine's dialects. Equal options give the same object, whoever asks: what is computed for a
 * dialect is remembered by the object, and two dialects with other options stand side by side.
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
