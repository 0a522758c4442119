import assert from 'node:assert/strict';
import { emptySnapshot } from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';

describe('the title of a web page', () => {
  const cases: readonly [what: string, html: string, expected: string | undefined][] = [
    [
      'stands in its head',
      '<!doctype html><html><head><meta charset="utf-8"><title>Grey seals</title></head><body><h1>No</h1></body></html>',
      'Grey seals',
    ],
    ['is on one line', '<title>\n  Grey\n\tseals </title>', 'Grey seals'],
    [
      'has its entities decoded',
      '<title>Fish &amp; chips &#8211; caf&eacute; &lt;b&gt;</title>',
      'Fish & chips – café <b>',
    ],
    [
      'is not one in a comment, a script or a picture',
      '<head><!-- <title>a</title> --><script>"<title>b</title></head>"</script><svg><title>c</title></svg><title>Seals</title></head>',
      'Seals',
    ],
    ['may be cut off', '<html><head><title>Seals of the no', 'Seals of the no'],
    ['may be missing', '<html><head></head><body><p>Seals</p></body></html>', undefined],
    ['may be empty', '<title> </title>', undefined],
    ['is not found in what is no HTML', '{"title": "x"}', undefined],
  ];
  for (const [what, html, expected] of cases)
    it(`the title of a web page ${what}`, () => assert.equal(createAnalysis(emptySnapshot).pageTitle(html), expected));
});
