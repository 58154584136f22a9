/** A page of the browser that notes everything which a report must never do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Report } from '../../src/model/report.ts';
import { htmlFormat } from '../../src/report/html.ts';
import { launch } from './chromium.ts';

export interface Guarded {
  readonly page: Page;
  /** What it did that it must not: errors, requests, dialogs, other pages. */
  readonly misdeeds: string[];
}

/** One browser, and the files that it opens. */
export class Viewing {
  readonly #folder = mkdtempSync(join(tmpdir(), 'siptriage-viewer-'));
  #browser: Browser | undefined;
  #files = 0;

  async start(): Promise<void> {
    this.#browser = await launch();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Writes the report as a file and opens that. */
  async open(report: Report, options: BrowserContextOptions = {}, hash = ''): Promise<Guarded> {
    this.#files += 1;
    const path = join(this.#folder, `report-${this.#files}.html`);
    writeFileSync(path, [...htmlFormat.render(report)].join(''));
    if (this.#browser === undefined) throw new Error('not started');
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const misdeeds: string[] = [];
    const url = pathToFileURL(path).href;
    page.on('console', (message) => misdeeds.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      misdeeds.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (other) => misdeeds.push(`popup: ${other.url()}`));
    page.on('requestfinished', (request) => {
      if (!request.url().startsWith(url)) misdeeds.push(`request: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      misdeeds.push(`request: ${request.url()} (${request.failure()?.errorText ?? ''})`);
    });
    await page.goto(url + hash);
    await page.waitForSelector('h1:visible');
    return { page, misdeeds };
  }
}
