/** Draws charts where there is no browser: a small stand-in for its document takes them. */
import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** The chart as the text of an SVG element. */
export function drawChart(options: PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  // The stand-in has what a chart asks of a document, not all that its type promises.
  const chart = plot({ ...options, document: document as unknown as NonNullable<PlotOptions['document']> });
  return chart.outerHTML;
}
