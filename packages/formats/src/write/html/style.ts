/** How the page looks: for reading, in light and dark, on paper too. */
export const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.8; font-family: "Noto Serif SC", "Noto Serif TC", "Songti SC", SimSun, serif; }
h1, h2, h3, h4, h5, h6, .heading { line-height: 1.4; font-family: "Noto Sans SC", "Noto Sans TC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.heading { font-weight: bold; }
p { margin: 0.5em 0; text-indent: 2em; overflow-wrap: anywhere; }
aside p, .salutation, .readdress, .byline, .stage, .heading { text-indent: 0; }
.byline, .closing-signature, .closing-date { text-align: end; }
.stage { font-style: italic; }
.elision { border-bottom: 1px dotted; }
.points { list-style: none; padding-inline-start: 2em; }
aside { border-inline-start: 0.25em solid; padding-inline-start: 1em; opacity: 0.8; }
article, .speech + .speech, .related { margin-top: 3em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; font-size: 0.9em; }
dd { margin: 0; }
cite { font-style: normal; }
`

/** Repairs are seen where the switch is on: what was there struck out, what stands there now underlined. */
export const EDITS_STYLE = `
.switch { text-indent: 0; font-size: 0.9em; }
ins { text-decoration: none; }
del { display: none; }
body:has(#edits:checked) ins { text-decoration: underline; }
body:has(#edits:checked) del { display: inline; opacity: 0.7; }
`
