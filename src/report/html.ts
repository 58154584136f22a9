import type { Report } from '../model/report.ts';
import type { ReportFormat } from './format.ts';
import { VIEWER } from './html/bundle.ts';
import { escaped } from './html/embed.ts';
import { pageBlocks } from './html/page.ts';

/** Only this very script and this very style sheet may run, and nothing may be fetched. */
const POLICY = `default-src 'none'; script-src '${VIEWER.scriptHash}'; style-src '${VIEWER.styleHash}'; base-uri 'none'; form-action 'none'`;

function* block(id: string, json: Iterable<string>): Iterable<string> {
  yield `<script type="application/json" id="${id}">`;
  yield* json;
  yield '</script>\n';
}

function* list(rows: readonly string[]): Iterable<string> {
  let separator = '[\n';
  for (const row of rows) {
    yield separator + row;
    separator = ',\n';
  }
  yield rows.length === 0 ? '[]' : '\n]';
}

/** One file that needs no network and no other file: data that is never executed, one script, one style sheet. */
function* render(report: Report): Iterable<string> {
  const { title, page, rows, calls } = pageBlocks(report);
  yield `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} – siptriage</title>
<style>${VIEWER.style()}</style>
</head>
<body>
<div id="page"></div>
<noscript>${escaped(title)}</noscript>
`;
  yield* block('data', [page]);
  yield* block('rows', list(rows));
  for (const { id, json } of calls) yield* block(`call-${id}`, [json]);
  yield `<script>${VIEWER.script()}</script>\n</body>\n</html>\n`;
}

export const htmlFormat: ReportFormat = {
  id: 'html',
  extensions: ['.html', '.htm'],
  needs: { messages: 'page', calls: 'all', groups: false },
  render,
};
