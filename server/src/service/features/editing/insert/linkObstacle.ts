import type { Syntax } from '../../../syntax/syntax.ts';
import { findTemplateTags } from '../../../syntax/templates/tags.ts';
import type { Range } from '../../../text/range.ts';

/** Whether a selection (offsets) is in front matter or in code. */
export function isVerbatim({ body, occurrences }: Syntax, { start, end }: Range): boolean {
  return (
    start < body.start ||
    occurrences.some((each) => each.type === 'code' && !each.isHtml && each.range.start < end && start < each.range.end)
  );
}

/** What precedes an address that is being typed: `](`, `[label]: `, `<`, `href="`. */
const addressStart = /\]\(<?$|^ {0,3}\[[^\]]*\]:[ \t]*<?$|<$|=["']?$/;

/** Why a selection cannot become a link, as a sentence for the writer; undefined when it can. */
export function findLinkObstacle(syntax: Syntax, selection: Range): string | undefined {
  if (isInLink(syntax, selection)) return 'There is a link already: put the caret beside it.';
  return /\n[ \t]*\r?\n/.test(syntax.text.slice(selection.start, selection.end))
    ? 'A link ends with its paragraph: select words of one.'
    : undefined;
}

/**
 * Whether a selection touches the inside of a link, definition, HTML tag or template tag, where another link is not
 * read or breaks what is there.
 */
function isInLink({ text, body, occurrences, definitions, templates }: Syntax, { start, end }: Range): boolean {
  if (addressStart.test(text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start))) return true;
  const isCut = (range: Range): boolean =>
    range.start < end && start < range.end && (start !== end || range.start < start);
  const isIn = occurrences.some(
    (each) =>
      each.type !== 'heading' &&
      each.type !== 'footnoteDefinition' &&
      !(each.type === 'reference' && !definitions.has(each.identifier)) &&
      isCut(each.range),
  );
  return (
    isIn ||
    findTemplateTags(text.slice(body.start), templates).some((tag) =>
      isCut({ start: tag.range.start + body.start, end: tag.range.end + body.start }),
    )
  );
}
