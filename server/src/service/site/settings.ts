import type { DialectId } from '../dialects/dialect.ts';

/** How much a problem matters; the words of the command line's output. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What the writer has set; everything has a default. */
export interface Settings {
  /** Severity by rule id, where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off' | undefined>>;
  /** A dialect named by the writer instead of the site's own. */
  readonly dialect?: DialectId;
}

export const defaultSettings: Settings = { rules: {} };
