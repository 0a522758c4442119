import assert from 'node:assert/strict';
import { modern } from '../support/client.ts';
import fc from '../support/property.ts';
import { Editor } from './editor.ts';
import { documentPath, event, startFiles } from './messages.ts';

/** What happens first: without open documents there is little to be wrong. */
const opened = fc
  .array(documentPath, { minLength: 1, maxLength: 3 })
  .map((paths) => paths.map((path) => ({ type: 'open' as const, path, text: null })));

/** What holds for every order of messages. */
export const messageTargets = {
  messages: fc.asyncProperty(
    startFiles,
    opened,
    fc.array(event, { maxLength: 24, size: 'max' }),
    async (files, opens, events) => {
      const editor = await Editor.start({ files, folders: ['one', 'two'], capabilities: modern, settings: null });
      const { found, fresh } = await editor.use(async () => {
        for (const each of [...opens, ...events]) await editor.apply(each);
        editor.tellLate();
        return { found: await editor.describe(), fresh: await editor.startFresh() };
      });
      const expected = await fresh.use(() => fresh.describe());
      // A configuration that cannot be read leaves the settings that there were, of which a fresh server knows none.
      if (expected.sites.every(({ unreadable }) => unreadable === null))
        assert.deepEqual(found, expected, 'a fresh server says something else');
      for (const { problems } of found.documents)
        assert.equal(new Set(problems).size, problems.length, 'a problem is reported twice');
    },
  ),
};
