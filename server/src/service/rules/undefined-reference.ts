import type { IncludedLabels } from '../site/resolution/includedLabels.ts';
import { findIncludedLabels } from '../site/resolution/includedLabels.ts';
import type { Reference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { memoize } from '../text/memo.ts';
import { isMeantAsDefinition } from './definitions.ts';
import { NearMisses } from './nearMiss.ts';
import { addLine } from './placement.ts';
import { isMarker } from './printedFootnotes.ts';
import type { Finding, Fix, Rule } from './rule.ts';

/** References without a definition; a shortcut such as `[sic]` only when it nearly is a defined label. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A link or image reference whose label is not defined in the post.',
  *check(post) {
    const { syntax } = post;
    if (syntax.definesTemplatedLabels || syntax.unread || syntax.dialect.links.definedElsewhere?.test(syntax.text))
      return;
    const included = findIncludedLabels(post);
    for (const references of syntax.references.values()) {
      for (const reference of references) {
        if (reference.isSplit) {
          if (reference.form !== 'shortcut' || reference.target === 'image') yield toSplitFinding(reference, syntax);
          continue;
        }
        if (
          syntax.definitions.has(reference.identifier) ||
          included.definitions.has(reference.identifier) ||
          isPredefined(reference, syntax) ||
          isMeantAsDefinition(reference, syntax) ||
          (!syntax.dialect.footnotes.isEnabled && isMarker(reference))
        )
          continue;
        const near = indexLabels(syntax).find(reference.label);
        if (
          reference.isSpaced &&
          near === undefined &&
          !syntax.definitions.has(syntax.dialect.links.normalizeLabel(reference.text))
        )
          continue;
        if (isAddress(reference, syntax)) yield toAddressFinding(reference, syntax);
        else if (hasSpacedDestination(reference, syntax)) yield toSpacedFinding(reference, syntax);
        else if (isMeant(reference, near) && (near !== undefined || !standsForItself(reference, syntax)))
          yield toFinding(syntax, reference, near, included);
      }
    }
  },
};

/** Whether the site's configuration defines the label. */
function isPredefined({ identifier }: Reference, { dialect: { links } }: Syntax): boolean {
  return links.predefined.some((label) => links.normalizeLabel(label) === identifier);
}

const indexLabels = memoize(
  ({ definitions }: Syntax) => new NearMisses([...definitions.values()].map(([definition]) => definition!.label)),
);

/**
 * Whether an address is in place of a label: `[text][https://…]`, and `(text)[https://…]` with the brackets mixed up.
 */
function isAddress({ label, form, target, range }: Reference, { text }: Syntax): boolean {
  if (!/^(?:https?:\/\/|www\.|mailto:|\/)[^\s[\]]+$/i.test(label)) return false;
  return (
    form === 'full' ||
    (form === 'shortcut' &&
      target === 'link' &&
      /\([^()\n]{1,200}\)$/.test(text.slice(Math.max(0, range.start - 202), range.start)))
  );
}

function toAddressFinding({ label, form, range, labelRange }: Reference, { text }: Syntax): Finding {
  const start = form === 'full' ? labelRange.start - 1 : text.lastIndexOf('(', range.start - 1);
  const linkText = form === 'full' ? '' : text.slice(start + 1, range.start - 1);
  return {
    range: form === 'full' ? range : { start, end: range.end },
    message: `An address stands in round brackets and its text in square ones, so this shows as text. Write \`${form === 'full' ? '' : `[${linkText}]`}(${label})\`.`,
    fixes: () => [
      {
        title: 'Put the address in round brackets',
        edits: [
          { range: { start, end: range.end }, newText: form === 'full' ? `(${label})` : `[${linkText}](${label})` },
        ],
        preferred: true,
      },
    ],
  };
}

/** Whether the brackets were meant as a reference: `a[0][1]` and `[sic]` were not. */
function isMeant(reference: Reference, near: string | undefined): boolean {
  if (reference.followsWordCharacter || reference.identifier.trim() === '') return false;
  return reference.form !== 'shortcut' || reference.target === 'image' || near !== undefined;
}

/**
 * Whether brackets stand for themselves: indices such as `['a']['b']`, an attribute of Rust after `#`, and in a post without
 * definitions the tags of a mail or commit, `[PATCH v2][PR 30630]`.
 */
function standsForItself(
  { form, target, text: shown, label, range }: Reference,
  { text, definitions }: Syntax,
): boolean {
  if (target === 'image') return form === 'shortcut' && text[range.start - 1] === '#';
  if (form !== 'full') return false;
  const both = [shown, label];
  return both.every(isQuoted) || (definitions.size === 0 && shown !== label && both.every(isSubjectTag));
}

function isQuoted(text: string): boolean {
  return text.length > 1 && `"'`.includes(text[0]!) && text.endsWith(text[0]!);
}

/** One to three words of which the first is in capitals. */
function isSubjectTag(text: string): boolean {
  return /^[A-Z]{2,}(?:[ -][\w./]+){0,2}$/.test(text);
}

/** What an author wrote after the text of a link: a path or an address with spaces, and an ending. */
const spacedDestination = /^\(((?:https?:\/\/|\.{0,2}\/)?[^\s()<>"']+(?: [^\s()<>"']+)+)\)/;

/** Whether round brackets with an address with spaces follow, which is none to the engine. */
function hasSpacedDestination({ form, range }: Reference, { text, dialect }: Syntax): boolean {
  if (form !== 'shortcut' || dialect.links.spacesInDestination) return false;
  const written = spacedDestination.exec(text.slice(range.end, range.end + 400))?.[1];
  return written !== undefined && (/^(?:https?:\/\/|\.{0,2}\/)/.test(written) || /\.[a-z]\w{1,4}$/i.test(written));
}

function toSpacedFinding({ range, target }: Reference, { text, dialect }: Syntax): Finding {
  const [written, destination = ''] = spacedDestination.exec(text.slice(range.end, range.end + 400)) ?? [];
  const own = { start: range.end, end: range.end + written!.length };
  return {
    range: { start: range.start, end: own.end },
    message: `The address of this ${target} holds a space, so ${dialect.name} shows the brackets as text. Write \`%20\` for the space.`,
    fixes: () => [
      {
        title: 'Write `%20` for the spaces',
        edits: [{ range: own, newText: `(${destination.replaceAll(' ', '%20')})` }],
        preferred: true,
      },
    ],
  };
}

function toSplitFinding({ range }: Reference, { text, dialect }: Syntax): Finding {
  const bars = [...text.slice(range.start, range.end).matchAll(/(?<!\\)\|/g)].map(({ index }) => range.start + index);
  return {
    range,
    message: `${dialect.name} makes a table of this line because of the bar, so the brackets show as text. Write \`\\|\` for it.`,
    fixes: () => [
      {
        title: 'Escape the bar',
        edits: bars.map((at) => ({ range: { start: at, end: at }, newText: '\\' })),
        preferred: true,
      },
    ],
  };
}

function toFinding(
  syntax: Syntax,
  reference: Reference,
  near: string | undefined,
  { canDefineMore }: IncludedLabels,
): Finding {
  const { label, range } = reference;
  const doubtful = (reference.form === 'shortcut' && reference.target === 'link') || canDefineMore;
  const hint = near === undefined ? `Define it, as in "[${label}]: https://…".` : `Did you mean "${near}"?`;
  return {
    range,
    message: `No definition for "${label}", so the brackets show as text. ${hint}`,
    ...(doubtful && { severity: 'hint' as const }),
    fixes: () => createFixes(syntax, reference, near),
  };
}

function createFixes(syntax: Syntax, reference: Reference, near: string | undefined): Fix[] {
  const { label, labelRange } = reference;
  const definitions = syntax.occurrences.filter((occurrence) => occurrence.type === 'definition');
  const define: Fix = {
    title: `Define "${label}"`,
    edits: [addLine(syntax, `[${label.replace(/\s+/g, ' ')}]: https://`, definitions)],
  };
  if (near === undefined) return [{ ...define, preferred: true }];
  return [{ title: `Change to "${near}"`, edits: [{ range: labelRange, newText: near }], preferred: true }, define];
}
