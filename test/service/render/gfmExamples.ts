interface Example {
  readonly markdown: string;
  readonly html: string;
}

/** What GitHub Flavored Markdown adds to CommonMark, case by case as its specification orders them; the texts are ours. */
export const gfmExamples: Readonly<Record<string, Example>> = {
  'a table': {
    markdown: '| sea | sky |\n| --- | --- |\n| low | grey |',
    html: '<table><thead><tr><th>sea</th><th>sky</th></tr></thead><tbody><tr><td>low</td><td>grey</td></tr></tbody></table>',
  },
  'alignment of cells': {
    markdown: '| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |',
    html: '<table><thead><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th></tr></thead><tbody><tr><td align="left">1</td><td align="center">2</td><td align="right">3</td></tr></tbody></table>',
  },
  'a bar in a cell': {
    markdown: '| a |\n|---|\n| b `\\|` c |\n| **\\|** d |',
    html: '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b <code>|</code> c</td></tr><tr><td><strong>|</strong> d</td></tr></tbody></table>',
  },
  'a table ends with another block': {
    markdown: '| a |\n|---|\n| 1 |\n> quote',
    html: '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><blockquote><p>quote</p></blockquote>',
  },
  'a table ends with a blank line': {
    markdown: '| a |\n|---|\n| 1 |\n\ntext',
    html: '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><p>text</p>',
  },
  'as many delimiters as cells': { markdown: '| a | b |\n| --- |\n| c |', html: '<p>| a | b |\n| --- |\n| c |</p>' },
  'missing and surplus cells': {
    markdown: '| a | b |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |',
    html: '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr></tbody></table>',
  },
  'a table without rows': { markdown: '| a |\n|---|', html: '<table><thead><tr><th>a</th></tr></thead></table>' },
  'boxes to tick': {
    markdown: '- [ ] wind\n- [x] tide',
    html: '<ul><li><input type="checkbox"> wind</li><li><input type="checkbox" checked> tide</li></ul>',
  },
  'boxes in lists in lists': {
    markdown: '- [x] wind\n  - [ ] north',
    html: '<ul><li><input type="checkbox" checked> wind<ul><li><input type="checkbox"> north</li></ul></li></ul>',
  },
  'what is struck': { markdown: '~~Low~~ high and ~one~', html: '<p><del>Low</del> high and <del>one</del></p>' },
  'a strike ends with its paragraph': { markdown: 'This ~~is\n\nopen~~.', html: '<p>This ~~is</p><p>open~~.</p>' },
  'three tildes strike nothing': { markdown: 'a ~~~b~~~ c', html: '<p>a ~~~b~~~ c</p>' },
  'www addresses': { markdown: 'www.example.org', html: '<p><a href="http://www.example.org">www.example.org</a></p>' },
  'a full stop behind an address': {
    markdown: 'See www.example.org/tide.',
    html: '<p>See <a href="http://www.example.org/tide">www.example.org/tide</a>.</p>',
  },
  'brackets behind an address': {
    markdown: '(www.example.org/a_(b))',
    html: '<p>(<a href="http://www.example.org/a_(b)">www.example.org/a_(b)</a>)</p>',
  },
  'an entity behind an address': {
    markdown: 'www.example.org/a?b=c&copy;',
    html: '<p><a href="http://www.example.org/a?b=c">www.example.org/a?b=c</a>©</p>',
  },
  'https addresses': {
    markdown: 'https://example.org/?q=(tide)',
    html: '<p><a href="https://example.org/?q=(tide)">https://example.org/?q=(tide)</a></p>',
  },
  'mail addresses': {
    markdown: 'keeper@rock.example and a+b@rock.example.',
    html: '<p><a href="mailto:keeper@rock.example">keeper@rock.example</a> and <a href="mailto:a+b@rock.example">a+b@rock.example</a>.</p>',
  },
  'no mail address': { markdown: 'a.b-c_d@a.b-  a.b-c_d@a.b_', html: '<p>a.b-c_d@a.b- a.b-c_d@a.b_</p>' },
  'tags that are filtered out': { markdown: '<b>kept</b> <script>lost()</script>', html: '<p><b>kept</b> </p>' },
};
