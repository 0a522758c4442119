/** References and definitions by the number they have in our catalogue of what engines do; each engine gives its own verdict. */
export const referenceCases: Readonly<Record<string, string>> = {
  '1 letter case of labels': '[text][Home] [other][hOME]\n\n[hoMe]: /home',
  '2 sharp s and two s': '[t][ẞ] [u][ß]\n\n[SS]: /ss',
  '3 final sigma': '[ς end][]\n\n[Σ END]: /sigma',
  '4 dotted capital i': '[İ][]\n\n[i̇]: /i',
  '5 runs of white space': '[t][one  two] [t][one\ttwo] [t][one\ntwo]\n\n[one two]: /u',
  '5 line break of Windows in a label': '[t][one\r\ntwo]\r\n\r\n[one two]: /u\r\n',
  '6 no-break space': '[t][one\u00a0two]\n\n[one two]: /u',
  '6 line separator': '[t][one\u2028two]\n\n[one two]: /u',
  '7 composed and decomposed': '[t][cafe\u0301]\n\n[caf\u00e9]: /u',
  '8 escape in a label': '[t][stop!] [t][go\\!]\n\n[stop\\!]: /stop\n[go\\!]: /go',
  '9 character reference in a label': '[t][p&amp;q]\n\n[p&q]: /u',
  '10 brackets in a label': '[t][p[q]]\n\n[p[q]]: /u',
  '11 escaped brackets in a label': '[t][p\\[q\\]]\n\n[p\\[q\\]]: /u',
  '12 nothing in brackets': '[] [][] [ ] [cat]\n\n[cat]: /cat',
  '13 label of 999 units': `[t][${'m'.repeat(999)}]\n\n[${'m'.repeat(999)}]: /u`,
  '14 code as a label': '[t][`run`] and [`run`][]\n\n[`run`]: /u',
  '15 emphasis as a label': '[*soft*][]\n\n[soft]: /u',
  '16 names of object properties':
    '[t][constructor] [t][__proto__] [t][toString] [t][valueOf]\n\n[constructor]: /c\n[__proto__]: /p\n[toString]: /t',
  '17 images of every form': '![text][cat] ![cat][] ![cat] ![][cat]\n\n[cat]: /cat.png',
  '18 no text': '[][cat]\n\n[cat]: /cat',
  '19 space before the label': '[some text] [cat]\n\n[cat]: /cat',
  '19 line break before the label': '[some text]\n[cat]\n\n[cat]: /cat',
  '20 two defined shortcuts': 'See [cat] [dog] here.\n\n[cat]: /cat\n[dog]: /dog',
  '20 an image and a shortcut': 'See ![cat] [dog] here.\n\n[cat]: /cat\n[dog]: /dog',
  '21 three brackets, the last defined': '[cat][dog][eel]\n\n[eel]: /eel',
  '21 three brackets, the middle defined': '[cat][dog][eel]\n\n[dog]: /dog',
  '22 no fallback to the text': '[cat][nothing]\n\n[cat]: /cat',
  '22 no fallback from a collapsed form': '[nothing][] [cat]\n\n[cat]: /cat',
  '23 round brackets that are no destination': '[cat](that purrs loudly)\n\n[cat]: /cat',
  '24 a defined label in link text': '[see [cat] there][dog]\n\n[cat]: /cat\n[dog]: /dog',
  '25 an image as link text': '[![picture][cat]][dog]\n\n[cat]: /cat.png\n[dog]: /dog',
  '26 an undefined reference in link text': '[see [text][nothing] here](/url)',
  '27 escaped brackets': '\\[text][cat] and \\![cat]\n\n[cat]: /cat',
  '28 colon behind a shortcut': 'See [cat]: it purrs.\n\n[cat]: /cat',
  '29 two pairs of brackets': '[[cat]]\n\n[cat]: /cat',
  '30 glued to a word': 'row[0][1] and cell[i][j]',
  '31 check boxes': '- [x] done\n- [ ] open\n\n1. [X] done\n\n[x]: /x\n\nother [x]',
  '32 words in brackets': 'He sayd [sic] [...] [1] [TODO] [citation needed]\n\n[TOC]\n\n[[toc]] [@someone]',
  '33 an alert': '> [!NOTE]\n> Mind the gap.\n\n[gap]: /gap',
  '34 scopes of a change log': '- [web] Fix the door\n- [api] Open it',
  '35 a number as label': '[text][1] and [2]\n\n[2]: /two',
  '36 in blocks of every kind':
    '# [t][no] [t][yes]\n\n- [t][no] [t][yes]\n\n> [t][no] [t][yes]\n\n| [t][no] |\n|---|\n| [t][yes] |\n\n[yes]: /yes',
  '37 one label missing twice': '[t][no] and [u][no] and [v][yes]\n\n[yes]: /yes',
  '38 labels with punctuation':
    '[t][a/b] [t][a.b] [t][a, b] [t]["a"] [t][a: b]\n\n[a/b]: /1\n[a.b]: /2\n[a, b]: /3\n["a"]: /4\n[a: b]: /5',
  '39 code of every kind':
    '`[t][cat]` ``[t][cat]``\n\n```\n[t][cat]\n[dog]: /dog\n```\n\n~~~\n[t][cat]\n~~~\n\n    [t][cat]\n\n[t][dog]\n\n[cat]: /cat',
  '40 block of HTML': '<div>\n[t][cat]\n</div>\n\n[cat]: /cat',
  '40 block of HTML with blank lines': '<div>\n\n[t][cat]\n\n</div>\n\n[cat]: /cat',
  '41 block of HTML that holds Markdown': '<div markdown="1">\n[t][cat] x[^1]\n\n[cat]: /cat\n</div>\n\n[^1]: note',
  '42 comments': '<!-- [t][cat] -->\n\ntext <!-- [t][cat] --> text\n\n<!--\n\n[t][cat]\n\n-->\n\n[cat]: /cat',
  '42 text behind a comment': '<!-- [t][cat] --> [t][dog]\n\n- <!-- [t][cat] --> [t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  '43 attributes, script, style and pre':
    'a <b title="[t][cat]">b</b>\n\n<script>\n\n[t][cat]\n\n</script>\n\n<style>\n\n[t][cat]\n\n</style>\n\n<pre>\n\n[t][cat]\n\n</pre>\n\n[cat]: /cat',
  '45 mathematics': 'Be $$x[cat][dog]$$ and $[cat]$.\n\n$$\ny[cat]\n$$\n\n[cat]: /cat\n[dog]: /dog',
  '53 comments of kramdown':
    '{::comment}\n[t][cat]\n{:/comment}\n\n{::nomarkdown}\n[t][cat]\n{:/}\n\n[t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  '55 definition in a quote or a list item': '> [cat]: /cat\n\n- [dog]: /dog\n\n[t][cat] [t][dog]',
  '56 definition indented by three': 'text\n\n   [cat]: /cat\n\n[t][cat]',
  '56 definition indented by four': 'text\n\n    [cat]: /cat\n\n[t][cat]',
  '57 definition behind a line of text': 'text\n[cat]: /cat\n\n[t][cat]',
  '57 definition behind a list item': '- item\n[cat]: /cat\n\n[t][cat]',
  '57 definition behind a quote': '> words\n[cat]: /cat\n\n[t][cat]',
  '58 definition behind a heading': '# heading\n[cat]: /cat\n\n[t][cat]',
  '58 definition behind a fence': '```\ncode\n```\n[cat]: /cat\n\n[t][cat]',
  '59 destination on the next line': '[cat]:\n/cat\n\n[t][cat]',
  '60 title on the next line': '[cat]: /cat\n"A cat"\n\n[t][cat]',
  '60 title over two lines': '[cat]: /cat "A\ncat"\n\n[t][cat]',
  '61 title in round brackets': '[cat]: /cat\n[dog]: /dog (A dog)\n\n[t][cat]',
  '62 text behind a title': '[cat]: /cat "A cat" runs\n\n[t][cat]',
  '62 text behind a title on its own line': '[cat]: /cat\n"A cat" runs\n\n[t][cat]',
  '63 destination with spaces': '[cat]: /my cat\n\n[t][dog] [u](/my dog) [v](/my eel "An eel")\n\n[dog]: /dog',
  '64 destination of nothing in angle brackets': '[t][dog]\n\n[cat]: <>\n[dog]: /dog',
  '64 empty destination': '[t][cat] [t][dog]\n\n[cat]:\n\n[dog]:/dog',
  '64 space before the colon': '[cat] : /cat\n\n[t][cat]',
  '65 two definitions of one label': '[t][cat]\n\n[cat]: /first\n[cat]: /second',
  '67 two definitions whose labels differ in case': '[t][cat]\n\n[Cat]: /first\n[CAT]: /second',
  '68 definitions as comments':
    '[//]: # (hidden)\n[//]: <> (hidden)\n[comment]: # (hidden)\n[_]: # "hidden"\n\n[t][cat]\n\n[cat]: /cat',
  '66 two definitions of one label and destination': '[t][cat]\n\n[cat]: /cat\n[cat]: /cat',
  '69 used in code only': '`[t][cat]` [t][dog]\n\n[cat]: /cat\n[dog]: /dog "[t][cat]"',
  '70 used in a note only': 'text[^1]\n\n[^1]: See [t][cat].\n\n[cat]: /cat',
  '71 alternative text is no use': '![cat](/cat.png)\n\n[cat]: /cat',
  '72 abbreviation': 'The HTML and [HTML].\n\n*[HTML]: Hypertext\n\n[cat]: /cat',
  '73 attribute lists':
    '{:.c}\n[t][cat]{:target="_blank"}\n{: .d #e}\n\n* TOC\n{:toc}\n\n{:x: .c}\n\n[t](/u){:x}\n\n[cat]: /cat\n{: .f}',
  '74 definition above a line of equals signs': '[cat]: /cat\n===\n\n[t][cat]',
  '74 definition alone above a line of hyphens': '[cat]: /cat\n---\n\n[t][cat]',
  '74 definitions above a line of hyphens': '[cat]: /cat\n[dog]: /dog\n---\n\n[t][cat] [t][dog]',
  '75 line breaks of Windows and a tab': '[t][cat] [t][dog]\r\n\r\n[cat]: /cat\r\n[dog]:\t/dog\r\n',
};

/** Footnotes, likewise. */
export const footnoteCases: Readonly<Record<string, string>> = {
  '77 marker without note': 'text[^1] and[^2]\n\n[^2]: note',
  '78 note without marker': 'text[^1]\n\n[^1]: note\n\n[^2]: other',
  '79 letter case': 'text[^Note]\n\n[^note]: words of it',
  '80 space in a label': 'text[^two words]\n\n[^two words]: words of it',
  '81 labels beyond ASCII words':
    'a[^a.b] b[^fn:1] c[^é] d[^注] e[^-a] f[^ok]\n\n[^a.b]: one\n\n[^fn:1]: two\n\n[^é]: three\n\n[^注]: four\n\n[^-a]: five\n\n[^ok]: six',
  '82 no label': 'text[^] more\n\n[^]: words of it',
  '82 brackets in a label': 'text[^a[b]] more\n\n[^a[b]]: words of it',
  '82 an escaped bracket in a label': 'text[^a\\]b] more[^c]\n\n[^a\\]b]: words of it\n\n[^c]: note',
  '83 not markers': '\\[^1] [\\^1] `[^1]` <!-- [^1] -->\n\n```\n[^1]\n```\n\n<div>\n[^1]\n</div>\n\n[^1]: words',
  '84 two notes of one label': 'text[^1]\n\n[^1]: [first](/first)\n\n[^1]: [second](/second)',
  '85 labels that differ in case': 'text[^a]\n\n[^a]: one\n\n[^A]: two',
  '86 cited twice': 'text[^1] and again[^1]\n\n[^1]: note',
  '87 order of first citations': 'text[^2] then[^1]\n\n[^1]: one\n\n[^2]: two',
  '88 note before its marker': '[^1]: note\n\ntext[^1]',
  '89 a note cites another': 'text[^1]\n\n[^1]: see[^2]\n\n[^2]: there',
  '90 cited by an orphan only': 'text\n\n[^1]: see[^2]\n\n[^2]: there',
  '91 a note that cites itself': 'text\n\n[^1]: see[^1]',
  '91 notes that cite each other': 'text\n\n[^1]: see[^2]\n\n[^2]: see[^1]',
  '92 second paragraph indented by four': 'text[^1] [t][cat]\n\n[^1]: one\n\n    more [^2]\n\n[^2]: two\n\n[cat]: /cat',
  '92 second paragraph indented by a tab': 'text[^1]\n\n[^1]: one\n\n\tmore[^2]\n\n[^2]: two',
  '92 second paragraph indented by two falls out': '[^1]: one\n\n  more[^2]\n\n[^2]: two',
  '93 a lazy line': '[^1]: one\nmore[^2]\n\n[^2]: two',
  '94 text on the next line': 'text[^1]\n\n[^1]:\n    note [t][cat]\n\n[cat]: /cat',
  '94 text behind a blank line': 'text[^1]\n\n[^1]:\n\n    note [t][cat]\n\n[cat]: /cat',
  '94 nothing behind the colon': 'text[^1]\n\n[^1]:\nnote [t][cat]\n\n[cat]: /cat',
  '95 no space behind the colon': 'text[^1]\n\n[^1]:note',
  '95 spaces that break a note': 'text[^1] more[^a]\n\n[^1] : note\n\n[^a ]: other\n\n[^b]: third\n\nlast[^b]',
  '96 note behind a line of text': 'text[^1]\n[^1]: note',
  '96 note behind a list item': 'text[^1]\n\n- item\n[^1]: note',
  '97 note behind a quote': 'text[^1]\n\n> words\n[^1]: note',
  '97 note behind a table': 'text[^1]\n\n| cell |\n|---|\n| c |\n[^1]: note',
  '97 note behind HTML': 'text[^1]\n\n<div>q</div>\n[^1]: note',
  '98 definition behind a note': 'text[^1] [t][cat]\n\n[^1]: note\n[cat]: /cat',
  '98 note behind a definition': 'text[^1] [t][cat]\n\n[cat]: /cat\n[^1]: note',
  '99 notes in a quote and a list item': 'text[^1] more[^2]\n\n> [^1]: one\n\n- [^2]: two',
  '99 note indented by three': 'text[^1]\n\n   [^1]: note',
  '99 note indented by four': 'text[^1]\n\n    [^1]: note',
  '100 in heading, cell and emphasis':
    '# head[^1]\n\n| cell |\n|---|\n| c[^2] |\n\n*soft[^3]*\n\n[^1]: one\n\n[^2]: two\n\n[^3]: three',
  '101 in link text': '[see[^1] there](/url)\n\n[^1]: note',
  '101 in alternative text': '![see[^1] there](/cat.png)\n\n[^1]: note',
  '101 in the text of a full reference': '[see[^1] there][cat] ![see[^1] there][cat]\n\n[^1]: note\n\n[cat]: /cat',
  '101 without a note, in a link and an image':
    '[see[^1] there](/url) ![see[^1] there](/cat.png)\n\n[^2]: note\n\ntext[^2]',
  '102 round brackets but no note': 'text[^1](/url)',
  '102 before round brackets': 'text[^1](more)\n\n[^1]: note',
  '102 before square brackets': 'text[^1][cat]\n\n[^1]: note\n\n[cat]: /cat',
  '102 behind an exclamation mark': 'text![^1]\n\n[^1]: note',
  '103 in the middle of a line': 'text [^1]: more\n\n[^1]: note',
  '104 inline note': 'text^[a note] and ^[see [cat]] and[^1]\n\n[^1]: note\n\n[cat]: /cat',
  '105 attribute list': 'text[^1]{:.c}\n\n[^1]: note\n{: .c}',
  '106 list, fence and code in a note':
    'text[^1]\n\n[^1]: one\n\n    - item[^2]\n\n    ```\n    [^3]\n    ```\n\n    `[^3]`\n\n[^2]: two\n\n[^3]: three',
  '107 an address as note': 'text[^1]\n\n[^1]: http://example.org/',
  '107 a footnote as label': '[t][^a]\n\n[^a]: note',
  '108 a regular expression': 'Use [^abc] and `[^abc]` here[^1]\n\n[^1]: note',
  '110 in mathematics': 'Be $$a[^2]$$ so[^1]\n\n[^1]: one\n\n[^2]: two',
  '111 above a line of hyphens': 'text[^1] more[^2]\n\n[^2]: two\n\n[^1]: one\n---\n\nlast',
  '111 adjacent': 'text[^1][^2]\n\n[^1]: one\n[^2]: two',
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
  'definition behind a heading': '# h\n[a]: /a\n\n[t][a]',
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

/** What kramdown reads in a way that no rewriting tells: it has labels of white space and of any length. */
export const commonMarkCases: Readonly<Record<string, string>> = {
  '12 a blank label': '[ ]\n\n[ ]: /u',
  '13 label of 1000 units': `[t][${'m'.repeat(1000)}]\n\n[${'m'.repeat(1000)}]: /u`,
};

/** What counts only where the text is the whole file: Hugo's texts stand behind front matter. */
export const wholeFileCases: Readonly<Record<string, string>> = {
  '76 byte order mark before a definition': '\ufeff[cat]: /cat\n\n[t][cat] [u][dog]\n\n[dog]: /dog',
};

/** What only micromark limits. */
export const limitCases: Readonly<Record<string, string>> = {
  '80 label of 1000 units': `text[^${'m'.repeat(1000)}]\n\n[^${'m'.repeat(1000)}]: note`,
};

/** Posts with Liquid, rendered by Jekyll's Liquid first. */
export const liquidCases: Readonly<Record<string, string>> = {
  '46 brackets in tags and outputs':
    '{% assign row = "[t][cat]" | split: "," %}Text {{ row[0][1] }} and {{ "x [dog][]" | size }} [t][cat]\n\n[cat]: /cat',
  '47 comment and raw':
    '{% comment %}[t][cat] x[^1]\n\n[dog]: /dog\n{% endcomment %}\n\n{% raw %}[t][cat]{% endraw %} [t][dog]\n\n[cat]: /cat\n\n[^1]: note',
  '48 highlighted code':
    '{% highlight text %}\nrow[^9] [t][cat]\n[^9]: code\n{% endhighlight %}\n\ntext[^1]\n\n[^1]: note\n\n[cat]: /cat',
  '49 captured text':
    '{% capture box %}[t][cat]{% endcapture %}{{ box | markdownify }}\n\n[t][dog]\n\n[cat]: /cat\n[dog]: /dog',
  '51 destination that a template writes': '[t][cat] [t][dog]\n\n[cat]: /c{{ "" }}at\n[dog]: /dog',
};

/** Posts with Hugo's shortcodes; `box` writes what is inside it. */
export const shortcodeCases: Readonly<Record<string, string>> = {
  '51 destination and title behind a shortcode':
    '[t][cat] [t][dog]\n\n[cat]: /c{{< nothing >}}at "A cat"\n[dog]: {{< nothing >}}/dog',
  '52 text inside a shortcode of HTML':
    '{{< box >}}[t][cat] x[^1]{{< /box >}}\n\n[u][cat] y[^2]\n\n[cat]: /cat\n\n[^2]: note',
  '52 text that a shortcode renders on its own':
    '{{< rendered >}}[t][cat] x[^1]{{< /rendered >}}\n\n[u][cat] y[^2]\n\n[cat]: /cat\n\n[^2]: note',
  '52 text inside a Markdown shortcode': '{{% box %}}[t][cat] x[^1]{{% /box %}}\n\n[cat]: /cat\n\n[^1]: note',
};
