/** Texts that every engine reads, though each prints them its own way. */
export const commonTexts: Readonly<Record<string, string>> = {
  'a letter':
    'Dear keeper,\n\nthe "new" lamp\'s here -- at last... It\'s *bright*, isn\'t it?\n\n> "Bright," he said, "and 20\' tall."\n\nYours,  \nthe harbour',
  'quotes beside markup': '"*Light*" and *"light"* and "[light](/l)" and (\'light\') and `"code"` and **"x"**.',
  'quotes in quotes': "\"She said 'now' and left,\" he wrote. The boats' bell. 'Tis the '80s. Rock 'n' roll.",
  'dashes and dots': 'one - two -- three --- four. And so on... or....',
  'what stays plain':
    '`a -- b ... "c"` and <span title="a -- b">x</span>\n\n    indented "code" -- here\n\n```\nfenced "code" -- here\n```',
  headings:
    '# The "lamp"\n\n## The lamp & I\n\n## The lamp & I\n\n### `code` and *more*\n\nSetext -- yes\n=============\n\n## Ärger 2 mal',
  'own ids': '## The lamp {#lamp}\n\ntext\n\n## The lamp',
  'notes in order':
    'One[^b] two[^a] and again[^b].\n\n[^a]: Note *a*.\n\n[^b]: Note b\n\n    with two paragraphs.\n\n[^c]: Nobody calls.',
  'a note that ends with code': 'One[^1].\n\n[^1]: Look:\n\n        code\n',
  'a list of definitions': 'Lamp\n: A light.\n\nBell\n: A sound.\n: A "flower".',
  'a table': '| a | "b" |\n|---|:--:|\n| 1 | 2 -- 3 |\n| *x* | `y` |',
  'nested lists': '- one\n- two\n    - three\n    - four\n\n1. a\n2. b\n\n   c',
  'HTML between': 'before\n\n<div class="box"><b>bold</b></div>\n\nafter <b>*em*</b> and H<sub>2</sub>O',
  'strikes, escapes and entities': '~~gone~~ \\*kept\\* &amp; &copy; a \\"b\\"',
  'task list': '- [ ] open\n- [x] done',
};

/** What only kramdown reads, or reads in its own way. */
export const kramdownTexts: Readonly<Record<string, string>> = {
  'attributes of blocks':
    'Lead.\n{: .lead #start}\n\n{:.behind}\nNext.\n\n- a\n- b\n{: .list}\n\n> quote\n{: .q}\n\n## Head\n{: #other}\n\ntext',
  'attributes of spans': '[t](/u){:target="_blank"} *x*{: .c} `y`{:.ruby} plain{:.no}',
  'named attributes': '{:note: .note title="x"}\n\nText.\n{:note}\n',
  'attributes in code stay': '`{: .x}`\n\n```\ntext\n{: .x}\n```',
  'attributes of items': '- {:.first} one\n- two',
  'table of contents': '* toc\n{:toc}\n\n# One\n\n## Two "x"\n\n### Three\n\n## Four\n{: .no_toc}\n\n# Five',
  'a definition of paragraphs': 'Term\n\n: First.\n\n    Second.\n\n: Third.',
  abbreviations: 'HTML and the HTMLs, `HTML`, *HTML*.\n\n*[HTML]: Hyper Text',
  mathematics: 'Let $$a_1 * b_2 * c$$ be.\n\n$$\n\\frac{1}{2}\n$$\n\nend `$$x$$`',
  extensions:
    'a {::comment}hidden{:/comment} b\n\n{::comment}\nhidden\n{:/comment}\n\n{::nomarkdown}\n<b>*raw*</b>\n{:/nomarkdown}\n\nend',
  'HTML is raw': '<div>\n\n*raw* "quotes"\n\n</div>\n\nafter *that*',
  'HTML that is read': '<div markdown="1">\n*read* "quotes"\n\n- item\n</div>\n\nafter',
  'HTML inside HTML that is read':
    '<div class="note">\n  <h5>It\'s raw</h5>\n  <p markdown="1">\n    It\'s *read*.</p>\n</div>',
  'a tag that is not known': 'a <mark>*raw*</mark> *b* <time>"x"</time>',
  'code in HTML': 'a <code>--flag "x"</code> b',
  'a table without a head': 'a | b\nc | d\n\n|---|---|\n| e | f |',
  'a bar makes a table': 'This | that',
  'a bar in an item makes a table': '- one || two\n- three\n\n1. a | b\n2. c',
  'a bar in the first line makes a table': '\nSee [this | that](/x)',
  'a bracket makes no item': '1) one\n2) two\n\ntext\n\n`1) x`',
  'emphasis beside punctuation': '**Note:**see *(this)*and snake_case_name and *a*b',
  'backslashes that stay': 'C:\\dir \\/ \\@ \\% \\*x\\*',
  guillemets: '<< a >> and <<b>>',
  'references with a gap': 'See [the lamp] [l] and [l] [l].\n\n[l]: /lamp',
  'destinations with spaces': '[t](my file.pdf) and [u]\n\n[u]: my other file.pdf',
  'notes that call notes': 'a[^1] b[^2] c[^1]\n\n[^1]: One calls[^3].\n[^2]: Two.\n[^3]: Three calls[^1].',
  'note with a name': 'a[^long-name]\n\n[^long-name]: Text',
  'a fence without its end': 'a\n\n```\ncode\n\nb "c"',
  'a comment before text': '<!-- hidden --> shown *so*',
};

/** What only goldmark reads, or reads in its own way. */
export const goldmarkTexts: Readonly<Record<string, string>> = {
  'ids of what is written': '## A [link](/x) & <b>c</b>\n\n## It\'s "so" -- yes\n\n## N[^1]\n\n[^1]: Note.',
  'classes of headings': '## Head {#h .c}\n\n## Other {.d}',
  'order of the file': '[^1]: One calls[^3].\n\ntext[^1] and[^2]\n\n[^2]: Two.\n[^3]: Three.',
  'bare addresses': 'See https://example.org/a_b and www.example.org.',
  'quotes that do not pair': 'A 6" pipe and a 7\' wall. "Open. \'open.',
  contractions: "I'm, you'd, we've, they'll, doin' it, '90s, O'Neil's, 'em",
};
