import type { Dialect } from '../dialects/dialect.ts';
import type { Range } from '../text/range.ts';
import type { Body } from './parse/body.ts';
import { readBody } from './parse/body.ts';
import { parseFrontMatter } from './frontMatter/parseFrontMatter.ts';
import type { FrontMatter, FrontMatterFormat } from './frontMatter/index.ts';
import { maskDialect } from './parse/mask.ts';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Link,
  Occurrence,
  Reference,
} from './occurrences/occurrence.ts';
import { withoutStrayMarks } from './occurrences/manualFootnotes.ts';
import type { TagFacts } from './templates/tagFacts.ts';
import { noTags } from './templates/tagFacts.ts';
import { blank, withoutTemplates } from './templates/tags.ts';

/** How a post is to be read: its dialect, and the front matter and tags its generator knows. */
export interface Reading {
  readonly dialect: Dialect;
  readonly formats: readonly FrontMatterFormat[];
  readonly tags?: TagFacts;
}

/** A post understood as text in one dialect: front matter and occurrences; offsets into the document. */
export interface Syntax {
  readonly text: string;
  readonly dialect: Dialect;
  /** Those that were looked for. */
  readonly formats: readonly FrontMatterFormat[];
  /** Template tags that mean something besides those of the language. */
  readonly tags: TagFacts;
  readonly frontMatter: FrontMatter | undefined;
  /** Everything behind the front matter. */
  readonly body: Range;
  /** In the order of the text. */
  readonly occurrences: readonly Occurrence[];
  /** By identifier, in the order of the text. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  readonly notes: ReadonlyMap<string, readonly FootnoteDefinition[]>;
  readonly markers: ReadonlyMap<string, readonly FootnoteReference[]>;
  readonly links: readonly Link[];
  readonly headings: readonly Heading[];
  /** Files that the post includes by name, as written; `includedIn` says what they bring. */
  readonly includes: readonly string[];
  /** A tag that nobody can follow may bring definitions: what is missing here may not be missing there. */
  readonly suppliesDefinitions: boolean;
  /** A template writes labels of definitions, in a loop perhaps: what is missing, only the build knows. */
  readonly definesTemplatedLabels: boolean;
  /** Labels that a template writes: they may use any definition, or note. */
  readonly usesTemplatedLabels: boolean;
  readonly citesTemplatedLabels: boolean;
  /** What was parsed, to be used again for the next version. */
  readonly parsed: Body;
}

/** Bodies longer than this are not read: nobody writes them, and a first reading would take seconds. */
export const longestBody = 2_000_000;

/** Reads a text; what `previous` read of the same pieces is used again. Never fails. */
export function parse(text: string, reading: Reading, previous?: Syntax): Syntax {
  const { dialect, tags = noTags } = reading;
  const frontMatter =
    (previous?.formats === reading.formats && sameFrontMatter(text, previous)) ||
    parseFrontMatter(text, reading.formats);
  const bodyStart = frontMatter?.closed ? frontMatter.range.end : 0;
  const written = withoutFrontMatter(text, bodyStart);
  const template = withoutTemplates(written.length > longestBody ? '' : written, tags);
  const known = previous?.dialect === dialect ? previous.parsed : undefined;
  const body = readBody(
    { written: written.slice(0, template.text.length), neutral: maskDialect(template.text, dialect) },
    dialect,
    known,
  );
  const templated = template.tags.length === 0 ? [] : body.occurrences.filter(isTemplated);
  const all = withoutStrayMarks(body.occurrences, text);
  const occurrences = templated.length === 0 ? all : all.filter((occurrence) => !isTemplated(occurrence));
  return {
    text,
    dialect,
    formats: reading.formats,
    tags,
    frontMatter,
    body: { start: bodyStart, end: text.length },
    occurrences,
    definitions: grouped(occurrences, 'definition'),
    references: grouped(occurrences, 'reference'),
    notes: grouped(occurrences, 'footnoteDefinition'),
    markers: grouped(occurrences, 'footnoteReference'),
    links: occurrences.filter((occurrence) => occurrence.type === 'link'),
    headings: occurrences.filter((occurrence) => occurrence.type === 'heading'),
    includes: template.includes,
    suppliesDefinitions: template.suppliesDefinitions,
    definesTemplatedLabels: templated.some(({ type }) => type === 'definition' || type === 'footnoteDefinition'),
    usesTemplatedLabels: templated.some(({ type }) => type === 'reference'),
    citesTemplatedLabels: templated.some(({ type }) => type === 'footnoteReference'),
    parsed: body,
  };
}

/** The text with front matter turned into white space. */
function withoutFrontMatter(text: string, bodyStart: number): string {
  return bodyStart === 0
    ? text
    : blank(text.slice(0, bodyStart), [{ start: 0, end: bodyStart }]) + text.slice(bodyStart);
}

/** The front matter of the version before, where the text has the same up to the end of its closing line. */
function sameFrontMatter(text: string, { text: before, frontMatter }: Syntax): FrontMatter | undefined {
  if (!frontMatter?.closed) return undefined;
  const lineBreak = before.indexOf('\n', frontMatter.range.end);
  return lineBreak >= 0 && text.startsWith(before.slice(0, lineBreak + 1)) ? frontMatter : undefined;
}

/** A label that a template writes: which one, only the build knows. */
function isTemplated(occurrence: Occurrence): boolean {
  return 'label' in occurrence && /\{[{%]/.test(occurrence.label);
}

interface Labelled {
  readonly definition: Definition;
  readonly reference: Reference;
  readonly footnoteDefinition: FootnoteDefinition;
  readonly footnoteReference: FootnoteReference;
}

function grouped<Type extends keyof Labelled>(
  occurrences: readonly Occurrence[],
  type: Type,
): ReadonlyMap<string, readonly Labelled[Type][]> {
  const groups = new Map<string, Labelled[Type][]>();
  for (const occurrence of occurrences) {
    if (occurrence.type !== type) continue;
    const labelled = occurrence as Labelled[Type];
    const group = groups.get(labelled.identifier);
    if (group) group.push(labelled);
    else groups.set(labelled.identifier, [labelled]);
  }
  return groups;
}

/** The definition that counts among several with one identifier. */
export function effective<Item>(copies: readonly Item[], wins: 'first' | 'last'): Item | undefined {
  return wins === 'first' ? copies[0] : copies.at(-1);
}
