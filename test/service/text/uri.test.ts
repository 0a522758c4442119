import assert from 'node:assert/strict';
import { basename, dirname, join, relative, toCanonical } from '../../../server/src/service/index.ts';
import { decodeUri, encodeUri, encodeUriComponent } from '../../../server/src/service/text/uri.ts';

describe('URIs', () => {
  it('URIs of one drive or host are one, in upper and lower case', () => {
    assert.equal(relative('file:///C:/site', 'file:///c%3A/site/a.md'), 'a.md');
    assert.equal(relative('file://SERVER/share', 'file://server/share/a.md'), 'a.md');
    assert.equal(relative('https://user@HOST:8080/', 'https://user@host:8080/a.md'), 'a.md');
    assert.equal(toCanonical('file:///C:/Site'), 'file:///c%3A/Site');
  });

  it('URIs of a host alone are folders', () => {
    assert.equal(relative('vscode-vfs://github', 'vscode-vfs://github/a.md'), 'a.md');
    assert.equal(join('vscode-vfs://github', 'a.md'), 'vscode-vfs://github/a.md');
  });

  it('URIs that are none are taken for paths', () => {
    for (const text of ['ü:a', '1:', ':', '//a//', '\uD800', 'a b:c', 'file://:8080%252e', 'file://c%3A%2F'])
      for (const uri of [text, join(text, 'a.md'), dirname(text)])
        assert.equal(toCanonical(toCanonical(uri)), toCanonical(uri));
    assert.equal(basename('ü:a/b.md'), 'b.md');
  });

  it('URIs encode half a surrogate pair as the character for what is unknown', () => {
    assert.equal(encodeUri('/\uD800 a'), '/%EF%BF%BD%20a');
    assert.equal(decodeUri(encodeUriComponent('\uDC00/')), '\uFFFD/');
  });
});
