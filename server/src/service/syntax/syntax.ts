import type { Dialect } from '../dialects/dialect.ts';
import type { Range } from '../text/range.ts';
import type { Body } from './parse/chunk.ts';
import { parseBodyInSteps } from './parse/body.ts';
import { parseFrontMatter } from './frontMatter/parseFrontMatter.ts';
import type { FrontMatterOptions } from './frontMatter/options.ts';
import type { FrontMatter, FrontMatterFormat } from './frontMatter/index.ts';
import type { Source } from './parse/keyedOccurrence.ts';
import { parseSectionsInSteps } from './parse/sectionedBody.ts';
import { maskDialect } from './parse/mask.ts';
import { applyOptions } from './parse/options.ts';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Link,
  Occurrence,
  Reference,
} from './occurrences/occurrence.ts';
import { removeStrayMarks } from './occurrences/manualFootnotes.ts';
import { maskTemplates } from './templates/maskTemplates.ts';
import { blankOut } from './templates/replaceRanges.ts';
import type { InsertedFile, TemplateLanguage } from './templates/templateLanguage.ts';
import { commonTemplates } from './templates/languages.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';

/** How a post is parsed: its dialect, and the formats of front matter and the template language of its site. */
export interface ParseOptions {
  readonly dialect: Dialect;
  readonly formats: readonly FrontMatterFormat[];
  /** What its parsers of front matter take and refuse. */
  readonly frontMatter?: FrontMatterOptions;
  readonly templates?: TemplateLanguage;
}

/** A post parsed in one dialect: front matter and occurrences. Ranges are offsets into the document. */
export interface Syntax {
  readonly text: string;
  readonly dialect: Dialect;
  /** Those that were looked for. */
  readonly formats: readonly FrontMatterFormat[];
  /** The template language of this post. */
  readonly templates: TemplateLanguage;
  readonly frontMatter: FrontMatter | undefined;
  /** The text after the front matter. */
  readonly body: Range;
  /** In the order of the text. */
  readonly occurrences: readonly Occurrence[];
  /** By identifier, in the order of the text. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  readonly footnoteDefinitions: ReadonlyMap<string, readonly FootnoteDefinition[]>;
  readonly footnoteReferences: ReadonlyMap<string, readonly FootnoteReference[]>;
  readonly links: readonly Link[];
  readonly headings: readonly Heading[];
  /** Files that the post includes by name, as written; `includedIn` says what they bring. */
  readonly includes: readonly string[];
  /** Files that tags of the post insert by themselves. */
  readonly insertedFiles: readonly InsertedFile[];
  /** A tag that nobody can follow may bring definitions: what is missing here may not be missing there. */
  readonly suppliesDefinitions: boolean;
  /** A template writes labels of definitions, in a loop perhaps: what is missing, only the build knows. */
  readonly definesTemplatedLabels: boolean;
  /** Labels that a template writes: they may use any definition, or note. */
  readonly usesTemplatedLabels: boolean;
  readonly citesTemplatedLabels: boolean;
  /** The first part of the body that is not read, since it is too long or holds too many marks: it may define, use and cite any label. */
  readonly unread: Range | undefined;
  /** The parsed chunks, to be reused for the next version. */
  readonly parsedBody: Body;
}

/** UTF-16 code units. Longer bodies are not read: nobody writes them, and the first parse would take seconds. */
export const maxBodyLength = 2_000_000;

/**
 * Parses a post. What `previous`, the syntax of an earlier version, has of the same chunks and the same front matter is
 * reused. Never fails: what cannot be read is left out, and front matter carries its errors.
 */
export function parse(text: string, options: ParseOptions, previous?: Syntax): Syntax {
  return finish(parseInSteps({ text, ...readHead(text, options, previous) }, options, previous));
}

/** The front matter of a text, and where the body begins (offset). */
export interface Head {
  readonly frontMatter: FrontMatter | undefined;
  readonly bodyStart: number;
}

/** Reads what stands above the body, which takes no time that anybody notices. */
export function readHead(text: string, { formats, frontMatter: options }: ParseOptions, previous?: Syntax): Head {
  const frontMatter =
    (previous?.formats === formats && reuseFrontMatter(text, previous)) || parseFrontMatter(text, formats, options);
  return { frontMatter, bodyStart: frontMatter?.closed ? frontMatter.range.end : 0 };
}

/** Parses as `parse` does, in steps, a text whose head is read already. */
export function* parseInSteps(
  { text, frontMatter, bodyStart }: Head & { readonly text: string },
  options: ParseOptions,
  previous?: Syntax,
): Steps<Syntax> {
  const templates = chooseTemplates(options, frontMatter);
  const written = blankFrontMatter(text, bodyStart);
  const isTooLong = written.length > maxBodyLength;
  const template = maskTemplates(isTooLong ? '' : written, templates);
  yield;
  const dialect = applyOptions(template.text, options.dialect);
  const previousBody = previous?.dialect === dialect ? previous.parsedBody : undefined;
  const source = { written: written.slice(0, template.text.length), masked: template.text };
  const body = yield* parseMarkdown(source, { dialect, siteDialect: options.dialect }, previousBody);
  yield;
  const templated = /\{[{%]/.test(written) ? body.occurrences.filter(isTemplated) : [];
  const all = removeSeparateLabels(removeStrayMarks(body.occurrences, text), template.separate);
  const occurrences = templated.length === 0 ? all : all.filter((occurrence) => !isTemplated(occurrence));
  return {
    text,
    dialect,
    formats: options.formats,
    templates,
    frontMatter,
    body: { start: bodyStart, end: text.length },
    occurrences,
    ...groupByType(occurrences),
    includes: template.includes,
    insertedFiles: template.insertedFiles,
    suppliesDefinitions: template.suppliesDefinitions,
    definesTemplatedLabels: templated.some(({ type }) => type === 'definition' || type === 'footnoteDefinition'),
    usesTemplatedLabels: templated.some(({ type }) => type === 'reference'),
    citesTemplatedLabels: templated.some(({ type }) => type === 'footnoteReference'),
    unread: isTooLong ? { start: bodyStart, end: text.length } : body.unread,
    parsedBody: body,
  };
}

function groupByType(occurrences: readonly Occurrence[]) {
  return {
    definitions: groupByIdentifier(occurrences, 'definition'),
    references: groupByIdentifier(occurrences, 'reference'),
    footnoteDefinitions: groupByIdentifier(occurrences, 'footnoteDefinition'),
    footnoteReferences: groupByIdentifier(occurrences, 'footnoteReference'),
    links: occurrences.filter((occurrence) => occurrence.type === 'link'),
    headings: occurrences.filter((occurrence) => occurrence.type === 'heading'),
  };
}

/** Parses a body, in which templates are masked already, in a dialect; `siteDialect` is that without the options of the post. */
function* parseMarkdown(
  { written, masked: text }: Source,
  { dialect, siteDialect }: { readonly dialect: Dialect; readonly siteDialect: Dialect },
  previous: Body | undefined,
): Steps<Body> {
  const { masked, unread } = maskDialect(text, siteDialect);
  yield;
  const source = { written, masked };
  const body = yield* dialect.blocks.reading !== 'CommonMark'
    ? parseSectionsInSteps(source, { siteDialect, dialect }, previous)
    : parseBodyInSteps(source, dialect, previous);
  return unread && !(body.unread && body.unread.start < unread.start) ? { ...body, unread } : body;
}

/** Returns the text with its front matter turned into white space; offsets stay. */
function blankFrontMatter(text: string, bodyStart: number): string {
  return bodyStart === 0
    ? text
    : blankOut(text.slice(0, bodyStart), [{ start: 0, end: bodyStart }]) + text.slice(bodyStart);
}

/** Returns the front matter of the previous version where the text starts with the same lines. */
function reuseFrontMatter(text: string, { text: previousText, frontMatter }: Syntax): FrontMatter | undefined {
  if (!frontMatter?.closed) return undefined;
  const lineBreak = previousText.indexOf('\n', frontMatter.range.end);
  return lineBreak >= 0 && text.startsWith(previousText.slice(0, lineBreak + 1)) ? frontMatter : undefined;
}

/** Returns the template language of a post, which its front matter may change. */
function chooseTemplates(
  { templates = commonTemplates }: ParseOptions,
  frontMatter: FrontMatter | undefined,
): TemplateLanguage {
  return templates.forFrontMatter?.(frontMatter?.data ?? {}) ?? templates;
}

/** Returns the occurrences without those that have a label in Markdown that is rendered by itself, where the page defines nothing. */
function removeSeparateLabels(occurrences: readonly Occurrence[], blocks: readonly Range[]): readonly Occurrence[] {
  if (blocks.length === 0) return occurrences;
  const sorted = [...blocks].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return occurrences.filter((occurrence) => {
    for (; next < sorted.length && sorted[next]!.start <= occurrence.range.start; next++)
      end = Math.max(end, sorted[next]!.end);
    return !('label' in occurrence && occurrence.range.end <= end);
  });
}

/** Whether a template writes the label: which one, only the build knows. */
function isTemplated(occurrence: Occurrence): boolean {
  return 'label' in occurrence && /\{[{%]/.test(occurrence.label);
}

interface Labelled {
  readonly definition: Definition;
  readonly reference: Reference;
  readonly footnoteDefinition: FootnoteDefinition;
  readonly footnoteReference: FootnoteReference;
}

function groupByIdentifier<Type extends keyof Labelled>(
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

/** Returns the one that counts among several definitions with one identifier. */
export function pickEffective<Item>(copies: readonly Item[], wins: 'first' | 'last'): Item | undefined {
  return wins === 'first' ? copies[0] : copies.at(-1);
}
