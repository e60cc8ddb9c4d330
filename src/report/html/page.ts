/** The frame of every page: one file that loads nothing, runs nothing and prints well. */
import type { Language, Text } from '../language.ts';
import { fill } from '../sentence.ts';
import { drawn, html, Markup } from './markup.ts';

export interface PageParts {
  readonly title: string;
  readonly language: Language;
  readonly body: readonly Markup[];
}

const OFFLINE: Text = {
  en: 'This page loads nothing and sends nothing: it can be opened without a network, and holds no patient’s data.',
  fr: 'Cette page ne charge ni n’envoie rien : elle s’ouvre sans réseau et ne contient aucune donnée de patient.',
};

/** Colours pass 4.5:1 on their ground; base and variant also differ by dash and by shape, so that grey prints can be read. */
const STYLE = `
:root { --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --ground: #fff; --base: #57606a; --variant: #0b5cad; --good: #116329; --bad: #a40e26; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; overflow-wrap: anywhere; padding: 1.5rem; color: var(--ink); background: var(--ground); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--ink); } h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: .4rem 0; max-width: 46rem; } .soft { color: var(--soft); } .answer { font-size: 1.1rem; font-weight: 600; }
ul { margin: .4rem 0; padding-left: 1.2rem; } code, pre { font: .85rem/1.4 ui-monospace, Consolas, monospace; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f8fa; padding: .6rem; border: 1px solid var(--line); }
.scroll { overflow-x: auto; overflow-wrap: normal; } .chart svg { min-width: 40rem; } .words td, .words th { text-align: left; } table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; } th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; } th:first-child, td:first-child { text-align: left; } thead th { border-bottom: 2px solid var(--ink); } tbody th { font-weight: 400; }
figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .9rem; max-width: 46rem; } svg { max-width: 100%; height: auto; font-family: inherit; } details { margin: .5rem 0; } summary { cursor: pointer; color: var(--variant); }
:focus-visible { outline: 3px solid var(--variant); outline-offset: 2px; }
@page { size: A4; margin: 16mm; } @media print { .chart svg { min-width: 0; } body { max-width: none; padding: 0; font-size: 11pt; } figure, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
`;

/**
 * The whole file. Its content policy allows its own styles and nothing else.
 */
export function pageOf({ title, language, body }: PageParts): string {
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
${head}
</head>
<body>
<main>
${body}
</main>
<footer><p class="soft">${fill(OFFLINE, {}, language)}</p></footer>
</body>
</html>
`;
  return page.text;
}

/** A chart with the sentence that says what it shows, how to read it, and its numbers as a table below. */
export function figureOf(parts: {
  readonly id: string;
  readonly finding: string;
  readonly caption: string;
  /** The drawing as the text of an SVG element. */
  readonly chart: string;
  readonly numbers: Markup;
  readonly numbersLabel: string;
}): Markup {
  const { id, finding, caption, chart, numbers, numbersLabel } = parts;
  return html`<figure>
<p id="${id}"><strong>${finding}</strong></p>
<div class="scroll chart" tabindex="0">${drawn(chart, id)}</div>
<figcaption>${caption}</figcaption>
<details><summary>${numbersLabel}</summary><div class="scroll" tabindex="0">${numbers}</div></details>
</figure>`;
}

/** A table with a head; the first cell of a row is its head; numbers stand right, words left. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  holds: 'numbers' | 'words' = 'numbers',
): Markup {
  return html`<table class="${holds}"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = '', ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table>`;
}
