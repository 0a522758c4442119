import type { DialectId } from '../../dialects/dialect.ts';

/** How much a problem matters; the words of the command line's output. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What the writer has set; everything has a default. */
export interface Settings {
  /** Severity by rule id, where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off' | undefined>>;
  /** A dialect named by the writer instead of the site's own. */
  readonly dialect?: DialectId;
  /** Patterns of posts by the JSON Schema that describes their front matter; all paths are relative to the site root. */
  readonly schemas?: Readonly<Record<string, readonly string[]>>;
}

export const defaultSettings: Settings = { rules: {} };
