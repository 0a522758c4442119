import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Galley's version, as its manifest says. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
}
