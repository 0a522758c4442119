/** What the fuzzer of documents found, by what was read otherwise: each reads as every engine that is named reads it, or as all. */
export const finds: Readonly<Record<string, { readonly text: string; readonly engines?: readonly string[] }>> = {
  'a marker without a note that is the text of a link': { text: '[^z](/i1) and [^z][a]\n\n[a]: /d2' },
  'a marker without a note in an image': { text: 'x ![[^z] w1](/i2)' },
  'empty brackets before a marker': { text: '[][^n] and [w1][^n]\n\n[^n]: n2' },
  'a link in brackets with a marker': { text: '[[w1](/i2)[^n]](/i3)\n\n[^n]: n4', engines: ['kramdown', 'hugo'] },
  'two brackets over lines of which the first label means nothing': { text: '[w1][b]\n[a]\n\n[a]: /d2' },
  'undefined references in code of HTML': { text: '<code>[w1][b] [^z]</code>', engines: ['micromark', 'hugo'] },
};
