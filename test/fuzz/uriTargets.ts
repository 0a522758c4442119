import assert from 'node:assert/strict';
import * as service from '../../server/src/service/index.ts';
import * as paths from '../../server/src/service/text/paths.ts';
import { decodeUri, encodeUri, encodeUriComponent } from '../../server/src/service/text/uri.ts';
import { open } from '../support/check.ts';
import fc from '../support/property.ts';
import { fileName, folderUri, uri, uriPart } from './uris.ts';

/** A text as an encoding can have it. */
function toWellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

const path = fc.array(fileName, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));

/** What holds for every URI, path and file name. */
export const uriTargets = {
  uris: fc.property(uri, uri, (one, other) => {
    const canonical = service.toCanonical(one);
    assert.equal(service.toCanonical(canonical), canonical, 'the one form of a URI has another');
    for (const folder of [one, canonical]) {
      service.join(folder, other);
      service.relative(folder, other);
      service.basename(folder);
      service.dirname(folder);
    }
    assert.equal(service.relative(one, canonical), '', 'a URI is not the folder that it is');
    assert.equal(service.toCanonical(service.dirname(one)), service.dirname(one));
  }),

  fileUris: fc.property(folderUri, path, (folder, file) => {
    const joined = service.join(folder, file);
    assert.equal(service.toCanonical(joined), joined, 'a file has two URIs');
    assert.equal(service.relative(folder, joined), toWellFormed(file), 'the path of a file is another one');
    assert.equal(service.basename(joined), toWellFormed(paths.basename(file)));
    assert.equal(service.relative(service.dirname(joined), service.join(folder, paths.dirname(file))), '');
  }),

  escapes: fc.property(uriPart, fc.string({ unit: 'binary' }), (written, text) => {
    decodeUri(written);
    encodeUri(written);
    assert.equal(decodeUri(encodeUriComponent(text)), toWellFormed(text));
  }),

  paths: fc.property(path, path, (from, to) => {
    assert.equal(paths.resolvePath(paths.relativePath(from, to), paths.dirname(from)), to);
    assert.equal(paths.joinPath(paths.dirname(to), paths.basename(to)), to);
    assert.ok(paths.basename(to).startsWith(paths.stem(to)));
  }),

  urisOfDocuments: fc.property(uri, uriPart, (of, destination) => {
    const opened = open(
      `[a](${destination}) ![c](<${destination}>)\n\n[d]: ${destination}\n`,
      'gfm',
      of || 'file:///a.md',
    );
    service.finish(opened.analysis.problems(opened.uri));
    opened.analysis.documentLinks(opened.uri);
    opened.analysis.filesLookedFor(opened.uri);
  }),
};
