import type { Settings, Severity } from '../service/index.ts';
import { defaultSettings, dialects, rules } from '../service/index.ts';

type DialectId = keyof typeof dialects;

const severities: Readonly<Record<Severity | 'off', true>> = {
  error: true,
  warning: true,
  info: true,
  hint: true,
  off: true,
};

/** Settings from the client's `galley` section, with one sentence for every value that means nothing and is ignored. */
export function settingsOf(section: unknown): { readonly settings: Settings; readonly complaints: readonly string[] } {
  if (!isRecord(section)) return { settings: defaultSettings, complaints: [] };
  const complaints: string[] = [];
  const chosen = ruleSeverities(section['rules'], complaints);
  const dialect = dialectOf(section['dialect'], complaints);
  const schemas = schemasOf(
    isRecord(section['frontMatter']) ? section['frontMatter']['schemas'] : undefined,
    complaints,
  );
  return { settings: { rules: chosen, ...(dialect && { dialect }), ...(schemas && { schemas }) }, complaints };
}

/** Patterns by schema; one pattern may stand without a list. */
function schemasOf(value: unknown, complaints: string[]): Settings['schemas'] {
  if (value === undefined || value === null) return undefined;
  const entries = Object.entries(isRecord(value) ? value : {});
  const found = entries.flatMap(([file, patterns]) => {
    const all = (Array.isArray(patterns) ? patterns : [patterns]).filter((pattern) => typeof pattern === 'string');
    if (all.length > 0 && /\.json$/i.test(file)) return [[file, all] as const];
    complaints.push(
      `The setting "galley.frontMatter.schemas" is ignored for ${shown(file)}: write the path of a JSON Schema and the posts it is for.`,
    );
    return [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function ruleSeverities(section: unknown, complaints: string[]): Record<string, Severity | 'off'> {
  const chosen: Record<string, Severity | 'off'> = {};
  if (!isRecord(section)) return chosen;
  for (const [id, value] of Object.entries(section)) {
    if (value === undefined || value === null || value === 'default') continue;
    if (!rules.some((rule) => rule.id === id))
      complaints.push(`The setting "galley.rules.${id}" is ignored: there is no such rule.`);
    else if (isKey(severities, value)) chosen[id] = value;
    else
      complaints.push(
        `The setting "galley.rules.${id}" is ignored: ${shown(value)} is not one of ${Object.keys(severities).join(', ')}, default.`,
      );
  }
  return chosen;
}

function dialectOf(value: unknown, complaints: string[]): DialectId | undefined {
  if (value === undefined || value === null || value === '' || value === 'auto') return undefined;
  if (isKey(dialects, value)) return value;
  complaints.push(
    `The setting "galley.dialect" is ignored: ${shown(value)} is not one of auto, ${Object.keys(dialects).join(', ')}.`,
  );
  return undefined;
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

function isKey<Key extends string>(table: Readonly<Record<Key, unknown>>, value: unknown): value is Key {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
