import { maxBodyLength } from '../syntax/syntax.ts';
import { blanks, findLineEnd, skipForward } from '../text/scan.ts';
import type { Rule } from './rule.ts';

/** Text that the parser is kept from, since it could not be interrupted: once a post, on the first line of it. */
export const unreadText: Rule = {
  id: 'unread-text',
  severity: 'info',
  summary: 'Text that is not checked, since reading it would take too long.',
  *check({ syntax: { text, unread } }) {
    if (!unread) return;
    const first = skipForward(text, unread.start, `${blanks}\r\n`, unread.end);
    const start = first < unread.end ? first : unread.start;
    yield {
      range: { start, end: Math.min(unread.end, findLineEnd(text, start)) },
      message:
        text.length > maxBodyLength
          ? `This post has more than ${maxBodyLength.toLocaleString('en')} characters, so its text is not checked. Split it into several posts.`
          : 'From here on a block without a blank line holds more marks, or deeper ones in one another, than are read, so it is not checked. Divide it by blank lines.',
    };
  },
};
