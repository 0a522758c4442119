/** Texts with references and definitions; each engine decides what they mean. */
export const referenceCases: Readonly<Record<string, string>> = {
  'letter case of labels': '[text][Home] [other][hOME]\n\n[hoMe]: /home',
  'sharp s and two s': '[t][ẞ] [u][ß]\n\n[SS]: /ss',
  'final sigma': '[ς end][]\n\n[Σ END]: /sigma',
  'dotted capital i': '[İ][]\n\n[i̇]: /i',
  'runs of white space': '[t][one  two] [t][one\ttwo] [t][one\ntwo]\n\n[one two]: /u',
  'line break of Windows in a label': '[t][one\r\ntwo]\r\n\r\n[one two]: /u\r\n',
  'no-break space': '[t][one\u00a0two]\n\n[one two]: /u',
  'line separator': '[t][one\u2028two]\n\n[one two]: /u',
  'composed and decomposed': '[t][cafe\u0301]\n\n[caf\u00e9]: /u',
  'escape in a label': '[t][stop!] [t][go\\!]\n\n[stop\\!]: /stop\n[go\\!]: /go',
  'character reference in a label': '[t][p&amp;q]\n\n[p&q]: /u',
  'brackets in a label': '[t][p[q]]\n\n[p[q]]: /u',
  'escaped brackets in a label': '[t][p\\[q\\]]\n\n[p\\[q\\]]: /u',
  'nothing in brackets': '[] [][] [ ] [cat]\n\n[cat]: /cat',
  'label of 999 characters': `[t][${'m'.repeat(999)}]\n\n[${'m'.repeat(999)}]: /u`,
  'code as a label': '[t][`run`] and [`run`][]\n\n[`run`]: /u',
  'emphasis as a label': '[*soft*][]\n\n[soft]: /u',
  'names of object properties':
    '[t][constructor] [t][__proto__] [t][toString] [t][valueOf]\n\n[constructor]: /c\n[__proto__]: /p\n[toString]: /t',
  'images of every form': '![text][cat] ![cat][] ![cat] ![][cat]\n\n[cat]: /cat.png',
  'no text': '[][cat]\n\n[cat]: /cat',
  'space before the label': '[some text] [cat]\n\n[cat]: /cat',
  'line break before the label': '[some text]\n[cat]\n\n[cat]: /cat',
  'two defined shortcuts': 'See [cat] [dog] here.\n\n[cat]: /cat\n[dog]: /dog',
  'an image and a shortcut': 'See ![cat] [dog] here.\n\n[cat]: /cat\n[dog]: /dog',
  'three brackets, the last defined': '[cat][dog][eel]\n\n[eel]: /eel',
  'three brackets, the middle defined': '[cat][dog][eel]\n\n[dog]: /dog',
  'no fallback to the text': '[cat][nothing]\n\n[cat]: /cat',
  'no fallback from a collapsed form': '[nothing][] [cat]\n\n[cat]: /cat',
  'round brackets that are no destination': '[cat](that purrs loudly)\n\n[cat]: /cat',
  'a defined label in link text': '[see [cat] there][dog]\n\n[cat]: /cat\n[dog]: /dog',
  'an image as link text': '[![picture][cat]][dog]\n\n[cat]: /cat.png\n[dog]: /dog',
  'an undefined reference in link text': '[see [text][nothing] here](/url)',
  'escaped brackets': '\\[text][cat] and \\![cat]\n\n[cat]: /cat',
  'colon after a shortcut': 'See [cat]: it purrs.\n\n[cat]: /cat',
  'two pairs of brackets': '[[cat]]\n\n[cat]: /cat',
  'adjacent to a word': 'row[0][1] and cell[i][j]',
  'check boxes': '- [x] done\n- [ ] open\n\n1. [X] done\n\n[x]: /x\n\nother [x]',
  'words in brackets': 'He sayd [sic] [...] [1] [TODO] [citation needed]\n\n[TOC]\n\n[[toc]] [@someone]',
  'an alert': '> [!NOTE]\n> Mind the gap.\n\n[gap]: /gap',
  'scopes of a change log': '- [web] Fix the door\n- [api] Open it',
  'a number as label': '[text][1] and [2]\n\n[2]: /two',
  'in blocks of every kind':
    '# [t][no] [t][yes]\n\n- [t][no] [t][yes]\n\n> [t][no] [t][yes]\n\n| [t][no] |\n|---|\n| [t][yes] |\n\n[yes]: /yes',
  'one label missing twice': '[t][no] and [u][no] and [v][yes]\n\n[yes]: /yes',
  'labels with punctuation':
    '[t][a/b] [t][a.b] [t][a, b] [t]["a"] [t][a: b]\n\n[a/b]: /1\n[a.b]: /2\n[a, b]: /3\n["a"]: /4\n[a: b]: /5',
  'code of every kind':
    '`[t][cat]` ``[t][cat]``\n\n```\n[t][cat]\n[dog]: /dog\n```\n\n~~~\n[t][cat]\n~~~\n\n    [t][cat]\n\n[t][dog]\n\n[cat]: /cat',
  'block of HTML': '<div>\n[t][cat]\n</div>\n\n[cat]: /cat',
  'block of HTML with blank lines': '<div>\n\n[t][cat]\n\n</div>\n\n[cat]: /cat',
  'block of HTML that holds Markdown': '<div markdown="1">\n[t][cat] x[^1]\n\n[cat]: /cat\n</div>\n\n[^1]: note',
  comments: '<!-- [t][cat] -->\n\ntext <!-- [t][cat] --> text\n\n<!--\n\n[t][cat]\n\n-->\n\n[cat]: /cat',
  'text after a comment': '<!-- [t][cat] --> [t][dog]\n\n- <!-- [t][cat] --> [t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  'attributes, script, style and pre':
    'a <b title="[t][cat]">b</b>\n\n<script>\n\n[t][cat]\n\n</script>\n\n<style>\n\n[t][cat]\n\n</style>\n\n<pre>\n\n[t][cat]\n\n</pre>\n\n[cat]: /cat',
  mathematics: 'Be $$x[cat][dog]$$ and $[cat]$.\n\n$$\ny[cat]\n$$\n\n[cat]: /cat\n[dog]: /dog',
  'comments of kramdown':
    '{::comment}\n[t][cat]\n{:/comment}\n\n{::nomarkdown}\n[t][cat]\n{:/}\n\n[t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  'definition in a quote or a list item': '> [cat]: /cat\n\n- [dog]: /dog\n\n[t][cat] [t][dog]',
  'definition indented by three': 'text\n\n   [cat]: /cat\n\n[t][cat]',
  'definition indented by four': 'text\n\n    [cat]: /cat\n\n[t][cat]',
  'definition after a line of text': 'text\n[cat]: /cat\n\n[t][cat]',
  'definition after a list item': '- item\n[cat]: /cat\n\n[t][cat]',
  'definition after a quote': '> words\n[cat]: /cat\n\n[t][cat]',
  'definition after a heading': '# heading\n[cat]: /cat\n\n[t][cat]',
  'definition after a fence': '```\ncode\n```\n[cat]: /cat\n\n[t][cat]',
  'destination on the next line': '[cat]:\n/cat\n\n[t][cat]',
  'title on the next line': '[cat]: /cat\n"A cat"\n\n[t][cat]',
  'title over two lines': '[cat]: /cat "A\ncat"\n\n[t][cat]',
  'title in round brackets': '[cat]: /cat\n[dog]: /dog (A dog)\n\n[t][cat]',
  'text after a title': '[cat]: /cat "A cat" runs\n\n[t][cat]',
  'text after a title on its own line': '[cat]: /cat\n"A cat" runs\n\n[t][cat]',
  'destination with spaces': '[cat]: /my cat\n\n[t][dog] [u](/my dog) [v](/my eel "An eel")\n\n[dog]: /dog',
  'destination of nothing in angle brackets': '[t][dog]\n\n[cat]: <>\n[dog]: /dog',
  'empty destination': '[t][cat] [t][dog]\n\n[cat]:\n\n[dog]:/dog',
  'space before the colon': '[cat] : /cat\n\n[t][cat]',
  'two definitions of one label': '[t][cat]\n\n[cat]: /first\n[cat]: /second',
  'two definitions whose labels differ in case': '[t][cat]\n\n[Cat]: /first\n[CAT]: /second',
  'definitions as comments':
    '[//]: # (hidden)\n[//]: <> (hidden)\n[comment]: # (hidden)\n[_]: # "hidden"\n\n[t][cat]\n\n[cat]: /cat',
  'two definitions of one label and destination': '[t][cat]\n\n[cat]: /cat\n[cat]: /cat',
  'used in code only': '`[t][cat]` [t][dog]\n\n[cat]: /cat\n[dog]: /dog "[t][cat]"',
  'used in a note only': 'text[^1]\n\n[^1]: See [t][cat].\n\n[cat]: /cat',
  'alternative text is no use': '![cat](/cat.png)\n\n[cat]: /cat',
  abbreviation: 'The HTML and [HTML].\n\n*[HTML]: Hypertext\n\n[cat]: /cat',
  'attribute lists':
    '{:.c}\n[t][cat]{:target="_blank"}\n{: .d #e}\n\n* TOC\n{:toc}\n\n{:x: .c}\n\n[t](/u){:x}\n\n[cat]: /cat\n{: .f}',
  'definition above a line of equals signs': '[cat]: /cat\n===\n\n[t][cat]',
  'definition alone above a line of hyphens': '[cat]: /cat\n---\n\n[t][cat]',
  'definitions above a line of hyphens': '[cat]: /cat\n[dog]: /dog\n---\n\n[t][cat] [t][dog]',
  'line breaks of Windows and a tab': '[t][cat] [t][dog]\r\n\r\n[cat]: /cat\r\n[dog]:\t/dog\r\n',
};

/** Footnotes, likewise. */
export const footnoteCases: Readonly<Record<string, string>> = {
  'marker without note': 'text[^1] and[^2]\n\n[^2]: note',
  'note without marker': 'text[^1]\n\n[^1]: note\n\n[^2]: other',
  'letter case': 'text[^Note]\n\n[^note]: words of it',
  'space in a label': 'text[^two words]\n\n[^two words]: words of it',
  'labels beyond ASCII words':
    'a[^a.b] b[^fn:1] c[^é] d[^注] e[^-a] f[^ok]\n\n[^a.b]: one\n\n[^fn:1]: two\n\n[^é]: three\n\n[^注]: four\n\n[^-a]: five\n\n[^ok]: six',
  'no label': 'text[^] more\n\n[^]: words of it',
  'brackets in a label': 'text[^a[b]] more\n\n[^a[b]]: words of it',
  'an escaped bracket in a label': 'text[^a\\]b] more[^c]\n\n[^a\\]b]: words of it\n\n[^c]: note',
  'not markers': '\\[^1] [\\^1] `[^1]` <!-- [^1] -->\n\n```\n[^1]\n```\n\n<div>\n[^1]\n</div>\n\n[^1]: words',
  'two notes of one label': 'text[^1]\n\n[^1]: [first](/first)\n\n[^1]: [second](/second)',
  'labels that differ in case': 'text[^a]\n\n[^a]: one\n\n[^A]: two',
  'cited twice': 'text[^1] and again[^1]\n\n[^1]: note',
  'order of first citations': 'text[^2] then[^1]\n\n[^1]: one\n\n[^2]: two',
  'note before its marker': '[^1]: note\n\ntext[^1]',
  'a note cites another': 'text[^1]\n\n[^1]: see[^2]\n\n[^2]: there',
  'cited by an orphan only': 'text\n\n[^1]: see[^2]\n\n[^2]: there',
  'a note that cites itself': 'text\n\n[^1]: see[^1]',
  'notes that cite each other': 'text\n\n[^1]: see[^2]\n\n[^2]: see[^1]',
  'second paragraph indented by four': 'text[^1] [t][cat]\n\n[^1]: one\n\n    more [^2]\n\n[^2]: two\n\n[cat]: /cat',
  'second paragraph indented by a tab': 'text[^1]\n\n[^1]: one\n\n\tmore[^2]\n\n[^2]: two',
  'second paragraph indented by two falls out': '[^1]: one\n\n  more[^2]\n\n[^2]: two',
  'a lazy line': '[^1]: one\nmore[^2]\n\n[^2]: two',
  'text on the next line': 'text[^1]\n\n[^1]:\n    note [t][cat]\n\n[cat]: /cat',
  'text after a blank line': 'text[^1]\n\n[^1]:\n\n    note [t][cat]\n\n[cat]: /cat',
  'nothing after the colon': 'text[^1]\n\n[^1]:\nnote [t][cat]\n\n[cat]: /cat',
  'no space after the colon': 'text[^1]\n\n[^1]:note',
  'spaces that break a note': 'text[^1] more[^a]\n\n[^1] : note\n\n[^a ]: other\n\n[^b]: third\n\nlast[^b]',
  'note after a line of text': 'text[^1]\n[^1]: note',
  'note after a list item': 'text[^1]\n\n- item\n[^1]: note',
  'note after a quote': 'text[^1]\n\n> words\n[^1]: note',
  'note after a table': 'text[^1]\n\n| cell |\n|---|\n| c |\n[^1]: note',
  'note after HTML': 'text[^1]\n\n<div>q</div>\n[^1]: note',
  'definition after a note': 'text[^1] [t][cat]\n\n[^1]: note\n[cat]: /cat',
  'note after a definition': 'text[^1] [t][cat]\n\n[cat]: /cat\n[^1]: note',
  'notes in a quote and a list item': 'text[^1] more[^2]\n\n> [^1]: one\n\n- [^2]: two',
  'note indented by three': 'text[^1]\n\n   [^1]: note',
  'note indented by four': 'text[^1]\n\n    [^1]: note',
  'in heading, cell and emphasis':
    '# head[^1]\n\n| cell |\n|---|\n| c[^2] |\n\n*soft[^3]*\n\n[^1]: one\n\n[^2]: two\n\n[^3]: three',
  'in link text': '[see[^1] there](/url)\n\n[^1]: note',
  'in alternative text': '![see[^1] there](/cat.png)\n\n[^1]: note',
  'in the text of a full reference': '[see[^1] there][cat] ![see[^1] there][cat]\n\n[^1]: note\n\n[cat]: /cat',
  'without a note, in a link and an image':
    '[see[^1] there](/url) ![see[^1] there](/cat.png)\n\n[^2]: note\n\ntext[^2]',
  'round brackets but no note': 'text[^1](/url)',
  'before round brackets': 'text[^1](more)\n\n[^1]: note',
  'before square brackets': 'text[^1][cat]\n\n[^1]: note\n\n[cat]: /cat',
  'after an exclamation mark': 'text![^1]\n\n[^1]: note',
  'in the middle of a line': 'text [^1]: more\n\n[^1]: note',
  'inline note': 'text^[a note] and ^[see [cat]] and[^1]\n\n[^1]: note\n\n[cat]: /cat',
  'attribute list': 'text[^1]{:.c}\n\n[^1]: note\n{: .c}',
  'list, fence and code in a note':
    'text[^1]\n\n[^1]: one\n\n    - item[^2]\n\n    ```\n    [^3]\n    ```\n\n    `[^3]`\n\n[^2]: two\n\n[^3]: three',
  'an address as note': 'text[^1]\n\n[^1]: http://example.org/',
  'a footnote as label': '[t][^a]\n\n[^a]: note',
  'a regular expression': 'Use [^abc] and `[^abc]` here[^1]\n\n[^1]: note',
  'in mathematics': 'Be $$a[^2]$$ so[^1]\n\n[^1]: one\n\n[^2]: two',
  'above a line of hyphens': 'text[^1] more[^2]\n\n[^2]: two\n\n[^1]: one\n---\n\nlast',
  adjacent: 'text[^1][^2]\n\n[^1]: one\n[^2]: two',
};

/** Further texts on which engines and tools disagree. */
export const otherCases: Readonly<Record<string, string>> = {
  'full, collapsed, shortcut, image': '[t][a] [a][] [a] ![i][a]\n\n[a]: /a',
  'case and white space in labels': '[t][A  b] [t][a\nB]\n\n[a b]: /a',
  'undefined beside defined': '[t][a] [t][b]\n\n[a]: /a',
  'link around undefined brackets': '[see [1]](/u) [x [y] z](/v)',
  'link around a defined label': '[see [a] here](/u)\n\n[a]: /a',
  'image in a link': '[![i][a]][b]\n\n[a]: /a\n[b]: /b',
  'three brackets, the last defined': '[a][b][c]\n\n[c]: /c',
  'definition cannot interrupt a paragraph': 'text\n[a]: /a\n\n[t][a]',
  'definition after a heading': '# h\n[a]: /a\n\n[t][a]',
  'definition indented three': '   [a]: /a\n\n[t][a]',
  'definition in a list item': '- [a]: /a\n\n[t][a]',
  'definition in a quote': '> [a]: /a\n\n[t][a]',
  'two definitions of one label': '[t][a]\n\n[a]: /first\n[a]: /last',
  'definition in code': '    [a]: /a\n\n[t][a]',
  'definition in a fence': '```\n[a]: /a\n```\n\n[t][a]',
  'reference in code': '`[t][a]`\n\n    [t][a]\n\n[a]: /a',
  'escaped bracket': '\\[t][a]\n\n[a]: /a',
  'reference in a comment': 'x <!-- [t][a] --> y\n\n[a]: /a',
  'destination in angle brackets': '[t][a]\n\n[a]: </a>',
  'title on the next line': '[t][a]\n\n[a]: /a\n  "title"',
  footnote: 'x[^1]\n\n[^1]: note',
  'footnote without note': 'x[^1] y[^2]\n\n[^1]: note',
  'note without marker': 'x[^1]\n\n[^1]: note\n[^2]: orphan',
  'footnote case': 'x[^Note]\n\n[^note]: note',
  'two notes of one label': 'x[^1]\n\n[^1]: first\n\n[^1]: last',
  'nested notes': 'x[^1]\n\n[^1]: see[^2]\n\n[^2]: two',
  'note reached through an orphan only': 'x\n\n[^1]: see[^2]\n\n[^2]: two',
  'note after a paragraph line': 'x[^1]\n[^1]: note',
  'note after a list line': 'x[^1]\n\n- item\n[^1]: note',
  'adjacent notes': 'x[^1] y[^2]\n\n[^1]: one\n[^2]: two',
  'definition under a note': 'x[^1] [t][a]\n\n[^1]: note\n[a]: /a',
  'note under a definition': 'x[^1] [t][a]\n\n[a]: /a\n[^1]: note',
  'indented note': 'x[^1] [t][a]\n\n [a]: /a\n [^1]: note',
  'second paragraph of a note': 'x[^1] [t][a]\n\n[^1]: one\n\n    two [t][a]\n\n[a]: /a',
  'note with list and fence':
    'x[^1]\n\n[^1]: one\n\n    - a\n    - b [^2]\n\n    ```\n    [^3]\n    ```\n\n[^2]: two\n\n[^3]: three',
  'footnote in heading and emphasis': '# h[^1]\n\n*e[^2]*\n\n[^1]: one\n\n[^2]: two',
  'footnote in code': '`[^1]`\n\n[^1]: note',
  'escaped footnote': '\\[^1]\n\n[^1]: note',
  'footnote before round brackets': 'x[^1](y)\n\n[^1]: note',
  'adjacent footnotes': 'x[^1][^2]\n\n[^1]: one\n\n[^2]: two',
  'used only inside a note': 'x[^1]\n\n[^1]: [t][a]\n\n[a]: /a',
  'cell of a table': '| h |\n|---|\n| [t][a] [^1] |\n\n[a]: /a\n\n[^1]: note',
  'raw html block': '<div>\n\n[t][a]\n\n</div>\n\n[a]: /a',
  'html block with markdown': '<div markdown="1">\n[t][a]\n</div>\n\n[a]: /a',
  mathematics: '$$x[a][b]$$ [t][b]\n\n[b]: /b',
  'attribute list': '[t][a]{:.c}\n{: .d}\n\n[a]: /a',
  abbreviation: 'HTML [HTML]\n\n*[HTML]: Hyper\n\n[a]: /a',
  'white space between text and label': '[t] [a], [t]\n[b], [a] [c] and [c] [d]\n\n[a]: /a\n[b]: /b',
  'destination with spaces in a list': '- [t][a]\n- [a]: my url\n',
  'destination with spaces': '[t][a]\n\n[a]: my url',
};

/** What kramdown alone reads: labels of white space and of any length. */
export const commonMarkCases: Readonly<Record<string, string>> = {
  'a blank label': '[ ]\n\n[ ]: /u',
  'label of 1000 characters': `[t][${'m'.repeat(1000)}]\n\n[${'m'.repeat(1000)}]: /u`,
};

/** What counts only where the text is the whole file: Hugo's texts are after front matter. */
export const wholeFileCases: Readonly<Record<string, string>> = {
  'byte order mark before a definition': '\ufeff[cat]: /cat\n\n[t][cat] [u][dog]\n\n[dog]: /dog',
};

/** What only micromark limits. */
export const limitCases: Readonly<Record<string, string>> = {
  'footnote label of 1000 characters': `text[^${'m'.repeat(1000)}]\n\n[^${'m'.repeat(1000)}]: note`,
};

/** Posts with Liquid, rendered by Jekyll's Liquid first. */
export const liquidCases: Readonly<Record<string, string>> = {
  'brackets in tags and outputs':
    '{% assign row = "[t][cat]" | split: "," %}Text {{ row[0][1] }} and {{ "x [dog][]" | size }} [t][cat]\n\n[cat]: /cat',
  'comment and raw':
    '{% comment %}[t][cat] x[^1]\n\n[dog]: /dog\n{% endcomment %}\n\n{% raw %}[t][cat]{% endraw %} [t][dog]\n\n[cat]: /cat\n\n[^1]: note',
  'highlighted code':
    '{% highlight text %}\nrow[^9] [t][cat]\n[^9]: code\n{% endhighlight %}\n\ntext[^1]\n\n[^1]: note\n\n[cat]: /cat',
  'captured text':
    '{% capture box %}[t][cat]{% endcapture %}{{ box | markdownify }}\n\n[t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  'destination that a template writes': '[t][cat] [t][dog]\n\n[cat]: /c{{ "" }}at\n[dog]: /dog',
};

/** Posts with Hugo's shortcodes; `box` writes what is inside it. */
export const shortcodeCases: Readonly<Record<string, string>> = {
  'destination and title after a shortcode':
    '[t][cat] [t][dog]\n\n[cat]: /c{{< nothing >}}at "A cat"\n[dog]: {{< nothing >}}/dog',
  'text inside a shortcode of HTML':
    '{{< box >}}[t][cat] x[^1]{{< /box >}}\n\n[u][cat] y[^2]\n\n[cat]: /cat\n\n[^2]: note',
  'text that a shortcode renders on its own':
    '{{< rendered >}}[t][cat] x[^1]{{< /rendered >}}\n\n[u][cat] y[^2]\n\n[cat]: /cat\n\n[^2]: note',
  'text inside a Markdown shortcode': '{{% box %}}[t][cat] x[^1]{{% /box %}}\n\n[cat]: /cat\n\n[^1]: note',
};
