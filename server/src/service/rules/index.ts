import { brokenAnchor } from './broken-anchor.ts';
import { brokenImage } from './broken-image.ts';
import { brokenLink } from './broken-link.ts';
import { duplicateDefinition } from './duplicate-definition.ts';
import { duplicateFootnote } from './duplicate-footnote.ts';
import { duplicateUrl } from './duplicate-url.ts';
import { emptyFootnote } from './empty-footnote.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { frontMatterValue } from './front-matter-value.ts';
import { inconsistentTerm } from './inconsistent-term.ts';
import { invalidDate } from './invalid-date.ts';
import { linkToUnpublished } from './link-to-unpublished.ts';
import { misnamedPost } from './misnamed-post.ts';
import { missingAltText } from './missing-alt-text.ts';
import { missingKey } from './missing-key.ts';
import { notPublished } from './not-published.ts';
import { orphanFootnote } from './orphan-footnote.ts';
import type { Rule } from './rule.ts';
import { undefinedFootnote } from './undefined-footnote.ts';
import { undefinedReference } from './undefined-reference.ts';
import { unknownKey } from './unknown-key.ts';
import { unreadText } from './unread-text.ts';
import { unrecognizedDefinition } from './unrecognized-definition.ts';
import { unsupportedFootnoteLabel } from './unsupported-footnote-label.ts';
import { unusedDefinition } from './unused-definition.ts';

/** Every rule, in the order of documentation and settings. */
export const rules: readonly Rule[] = [
  undefinedReference,
  unusedDefinition,
  duplicateDefinition,
  unrecognizedDefinition,
  undefinedFootnote,
  orphanFootnote,
  duplicateFootnote,
  emptyFootnote,
  unsupportedFootnoteLabel,
  frontMatterSyntax,
  frontMatterValue,
  missingKey,
  unknownKey,
  inconsistentTerm,
  invalidDate,
  misnamedPost,
  notPublished,
  duplicateUrl,
  brokenLink,
  brokenAnchor,
  brokenImage,
  linkToUnpublished,
  missingAltText,
  unreadText,
];
