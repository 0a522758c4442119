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

/** Settings from the client's `galley` section, with one sentence for every value that is ignored. */
export function parseSettings(section: unknown): { readonly settings: Settings; readonly warnings: readonly string[] } {
  if (!isRecord(section)) return { settings: defaultSettings, warnings: [] };
  const warnings: string[] = [];
  const chosen = parseRuleSeverities(section['rules'], warnings);
  const dialect = parseDialect(section['dialect'], warnings);
  const schemas = parseSchemas(
    isRecord(section['frontMatter']) ? section['frontMatter']['schemas'] : undefined,
    warnings,
  );
  return { settings: { rules: chosen, ...(dialect && { dialect }), ...(schemas && { schemas }) }, warnings };
}

/** Patterns by schema; a single pattern needs no list. */
function parseSchemas(value: unknown, warnings: string[]): Settings['schemas'] {
  if (value === undefined || value === null) return undefined;
  const entries = Object.entries(isRecord(value) ? value : {});
  const found = entries.flatMap(([file, patterns]) => {
    const all = (Array.isArray(patterns) ? patterns : [patterns]).filter((pattern) => typeof pattern === 'string');
    if (all.length > 0 && /\.json$/i.test(file)) return [[file, all] as const];
    warnings.push(
      `The setting "galley.frontMatter.schemas" is ignored for ${toShortJson(file)}: write the path of a JSON Schema and the posts it is for.`,
    );
    return [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function parseRuleSeverities(section: unknown, warnings: string[]): Record<string, Severity | 'off'> {
  const chosen: Record<string, Severity | 'off'> = {};
  if (!isRecord(section)) return chosen;
  for (const [id, value] of Object.entries(section)) {
    if (value === undefined || value === null || value === 'default') continue;
    if (!rules.some((rule) => rule.id === id))
      warnings.push(`The setting "galley.rules.${id}" is ignored: there is no such rule.`);
    else if (isKey(severities, value)) chosen[id] = value;
    else
      warnings.push(
        `The setting "galley.rules.${id}" is ignored: ${toShortJson(value)} is not one of ${Object.keys(severities).join(', ')}, default.`,
      );
  }
  return chosen;
}

function parseDialect(value: unknown, warnings: string[]): DialectId | undefined {
  if (value === undefined || value === null || value === '' || value === 'auto') return undefined;
  if (isKey(dialects, value)) return value;
  warnings.push(
    `The setting "galley.dialect" is ignored: ${toShortJson(value)} is not one of auto, ${Object.keys(dialects).join(', ')}.`,
  );
  return undefined;
}

function toShortJson(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

function isKey<Key extends string>(table: Readonly<Record<Key, unknown>>, value: unknown): value is Key {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
