/** The HTML report in a real browser: what a reader does with it, what an attacker would, and what 100,000 calls cost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { toPcap } from '../../fixtures/dsl/index.ts';
import { wrongPassword } from '../../fixtures/incidents/wrong-password.ts';
import type { Language } from '../../src/model/language.ts';
import type { Report } from '../../src/model/report.ts';
import { htmlFormat } from '../../src/report/html.ts';
import { reportOf } from '../helpers/session.ts';
import { FETCH_TIME } from './chromium.ts';
import { Viewing } from './guarded-page.ts';
import { hostileReport, PAYLOADS } from './hostile-report.ts';
import { largeReport } from './large-report.ts';

const viewing = new Viewing();
beforeAll(() => viewing.start(), 3 * FETCH_TIME);
afterAll(() => viewing.stop());

const incident = (language: Language = 'en'): Promise<Report> =>
  analyze(['fixtures/incident.pcap'], { language, thresholds: {}, ...htmlFormat.needs });

/** Call of the incident that the carrier never answered: its INVITE is frame 381. */
const STALLED = 'c25';

describe('a reader', () => {
  it('opens the file and reads the verdict, the incidents and the calls', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    // Twelve failed; three callers gave up because the carrier was silent.
    expect(await page.title()).toContain('15 of 47 calls failed or went wrong');
    await expect.poll(() => page.locator('#verdict').textContent()).toContain('15 of 47 calls');
    expect(await page.locator('#incidents .problem').count()).toBeGreaterThan(2);
    expect(await page.locator('#incidents .problem').first().textContent()).toContain(
      '203.0.113.17:5060',
    );
    expect(await page.locator('.chart canvas').count()).toBeGreaterThan(0);
    expect(await page.locator('#calls-title').textContent()).toContain('47 of 47 calls');
    expect(misdeeds).toEqual([]);
  });

  it('filters the calls by text, by how they ended, and by incident', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    const shown = page.locator('#calls-title [role=status]');
    await page.keyboard.press('/');
    await page.keyboard.type('603 analytics');
    await expect.poll(() => shown.textContent()).toBe('5 of 47 calls');
    await page.keyboard.press('Escape');
    await expect.poll(() => shown.textContent()).toBe('47 of 47 calls');
    await page.getByRole('button', { name: /^failed/ }).click();
    await expect.poll(() => shown.textContent()).toBe('12 of 47 calls');
    await page.getByRole('button', { name: /^failed/ }).click();
    await page.getByRole('button', { name: 'List 9 calls' }).first().click();
    await expect.poll(() => shown.textContent()).toBe('9 of 47 calls');
    await page.locator('.of-problem').click();
    await expect.poll(() => shown.textContent()).toBe('47 of 47 calls');
    expect(misdeeds).toEqual([]);
  });

  it('sorts by any column, up and down', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    const cells = async (column: string): Promise<string[]> =>
      page.locator(`.row .c-${column}`).allTextContents();
    const [first] = await cells('time');
    await page.getByRole('button', { name: 'to', exact: true }).click();
    const up = await cells('to');
    expect(up).toEqual([...up].sort());
    await page.getByRole('button', { name: 'to', exact: true }).click();
    const down = await cells('to');
    expect(down).toEqual([...down].sort().toReversed());
    expect(down[0]).not.toBe(up[0]);
    const order = page.locator('[aria-sort]:not([aria-sort=none])');
    expect(await order.getAttribute('aria-sort')).toBe('descending');
    // With the keyboard, which must not open the call that is current in the list below.
    await page.getByRole('button', { name: 'time', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await order.textContent()).toContain('time');
    expect((await cells('time'))[0]).toBe(first);
    expect(page.url()).not.toContain('#call');
    expect(misdeeds).toEqual([]);
  });

  it('opens a call with the keyboard, reads a message, and goes back to where it was', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    await page.locator('#call-grid').focus();
    for (let n = 0; n < 9; n += 1) await page.keyboard.press('ArrowDown');
    const current = page.locator('.row.current');
    const to = await current.locator('.c-to').textContent();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main.call h1').textContent()).toContain(to);
    expect(await page.locator('main.call .flow g.step').count()).toBeGreaterThan(3);
    await page.locator('main.call .flow g.step').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const message = page.locator('.message');
    await expect.poll(() => message.textContent()).toMatch(/^SIP\/2\.0 407|^INVITE/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('main:not(.call)').isVisible()).toBe(true);
    expect(await page.locator('.row.current .c-to').textContent()).toBe(to);
    expect(misdeeds).toEqual([]);
  });

  it('follows evidence to the message, which is marked and shown in full', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    await page.locator('#incidents .evidence a', { hasText: '#381' }).first().click();
    await expect.poll(() => page.locator('main.call .id').textContent()).toBe(STALLED);
    const selected = page.locator('.flow g.step.selected');
    await expect.poll(() => selected.locator('.place').textContent()).toBe('#381');
    expect(await selected.locator('.name').textContent()).toContain('×6');
    expect(await page.locator('.message-place').textContent()).toContain(
      'fixtures/incident.pcap, frame 381',
    );
    expect(await page.locator('.message').textContent()).toMatch(/^INVITE sip:/);
    expect(await page.locator('.message .line-key', { hasText: 'Call-ID:' }).count()).toBe(1);
    expect(misdeeds).toEqual([]);
  });

  it('sees every response annotated, and the header field that proves a finding marked', async () => {
    const { page } = await viewing.open(await incident(), {}, '#call=c10');
    const notes = await page.locator('.flow g.step', { hasText: '100 ' }).first().textContent();
    expect(notes).toContain('One hop has the INVITE');
    await page.locator('.call .evidence a', { hasText: '#141' }).click();
    await expect
      .poll(() => page.locator('.message .line-named').textContent())
      .toMatch(/^Reason:.*analytics1/);
  });

  it('copies a ticket, and gets the text to copy by hand where the clipboard is closed', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    await page.evaluate(
      'navigator.clipboard.writeText = async (text) => { document.documentElement.dataset.copied = text; }',
    );
    const copy = page.getByRole('button', { name: 'Copy as ticket' });
    await copy.first().click();
    await expect
      .poll(() => page.locator('#problem-1 [role=status]').textContent())
      .toContain('Copied');
    const ticket = await page.evaluate('document.documentElement.dataset.copied');
    expect(ticket).toMatch(/203\.0\.113\.17:5060/);
    expect(ticket).toMatch(/^Call-ID:$/m);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
    await copy.first().click();
    await expect.poll(() => page.locator('textarea.ticket').inputValue()).toBe(ticket);
    expect(misdeeds).toEqual([]);
  });

  it('prints all incidents with a ladder each and without controls', async () => {
    const { page, misdeeds } = await viewing.open(await incident());
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.problem .print-only svg:visible').count()).toBeGreaterThan(2);
    const closed = page.locator('.problem .body.closed');
    for (const body of await closed.all()) expect(await body.isVisible()).toBe(true);
    for (const control of ['.actions', '.controls', '.bar']) {
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
    }
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    expect(misdeeds).toEqual([]);
  });

  it('reads it in Vietnamese, in the dark, on a phone', async () => {
    const { page, misdeeds } = await viewing.open(await incident('vi'), {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    });
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(await page.locator('#verdict').textContent()).toContain(
      '15 trên 47 cuộc gọi thất bại hoặc gặp lỗi',
    );
    const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(wide)).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(20, 23, 26)',
    );
    await page.locator('.row').first().click();
    await expect.poll(() => page.locator('main.call').isVisible()).toBe(true);
    expect(await page.evaluate(wide)).toBe(0);
    expect(misdeeds).toEqual([]);
  });

  it('reads on a phone which accounts are locked out, without scrolling sideways', async () => {
    const report = reportOf([toPcap(wrongPassword())], { ...htmlFormat.needs });
    const { page } = await viewing.open(report, { viewport: { width: 390, height: 844 } });
    const scope = page.locator('#incidents .scope');
    await expect.poll(() => scope.textContent()).toContain('1011@example.com');
    const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(wide)).toBe(0);
  });

  it('finds a name on everything that can be used', async () => {
    const { page } = await viewing.open(await incident(), {}, `#call=${STALLED}`);
    const nameless = `[...document.querySelectorAll('button, a, input, textarea, [role=button], [role=grid], svg[role]')]
      .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim()))
      .map((one) => one.outerHTML)`;
    expect(await page.evaluate(nameless)).toEqual([]);
  });
});

describe('hostile text', () => {
  it('is shown as text, in every field: nothing runs, nothing is fetched, nothing is a link', async () => {
    const { page, misdeeds } = await viewing.open(hostileReport());
    const check = async (): Promise<void> => {
      expect(await page.evaluate('window.hit')).toBeUndefined();
      const foreign = `[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href')).filter((href) => !href.startsWith('#'))`;
      expect(await page.evaluate(foreign)).toEqual([]);
      expect(
        await page.locator('#page img, #page iframe, #page script, #page object').count(),
      ).toBe(0);
      // Bidi overrides and escape sequences would act unseen: they are spelled out.
      expect(await page.evaluate('document.body.innerText')).not.toMatch(
        /[\u0000-\u0008\u001b\u202e]/,
      );
    };
    await check();
    const all = await page.evaluate('document.getElementById("page").textContent');
    for (const { shown } of PAYLOADS) expect(all).toContain(shown);
    await page.locator('.row').first().click();
    await expect.poll(() => page.locator('main.call').isVisible()).toBe(true);
    for (const step of await page.locator('.flow g.step').all()) {
      await step.click();
      await check();
    }
    expect(await page.locator('.message').textContent()).toContain('</script><script>');
    expect(misdeeds).toEqual([]);
  });

  it('could not run even if it got into the page', async () => {
    const { page, misdeeds } = await viewing.open(hostileReport());
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hit = 1">');
       document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hit = 2' }));
       document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/x.png' }));`,
    );
    await expect.poll(() => misdeeds.length).toBeGreaterThan(2);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    for (const misdeed of misdeeds) {
      expect(misdeed).toMatch(/Content Security Policy|\(csp\)$/);
    }
  });
});

describe('100,000 calls', () => {
  it('are one file under 20 MB that opens, filters, sorts and scrolls at once', async () => {
    const report = largeReport(100_000);
    const size = [...htmlFormat.render(report)].reduce(
      (sum, text) => sum + Buffer.byteLength(text),
      0,
    );
    expect(size).toBeLessThan(20e6);
    const { page, misdeeds } = await viewing.open(report);
    const shown = page.locator('#calls-title [role=status]');
    expect(await shown.textContent()).toBe('100,000 of 100,000 calls');
    expect(
      await page.locator('.summary .note', { hasText: 'come with their messages' }).count(),
    ).toBe(1);
    expect(await page.locator('.row').count()).toBeLessThan(100);
    // Each of these took a tenth of that on two slow cores.
    const within = async (ms: number, act: () => Promise<unknown>): Promise<void> => {
      const started = performance.now();
      await act();
      expect(performance.now() - started).toBeLessThan(ms);
    };
    await within(3000, async () => {
      await page.locator('input[type=search]').fill('caller-99999@');
      await expect.poll(() => shown.textContent()).toBe('1 of 100,000 calls');
    });
    await within(3000, async () => {
      await page.locator('input[type=search]').fill('');
      await page.getByRole('button', { name: 'from', exact: true }).click();
      await expect
        .poll(() => page.locator('.row .c-from').first().textContent())
        .toBe('caller-0@example.com');
    });
    await within(3000, async () => {
      await page.locator('#call-grid').focus();
      await page.keyboard.press('End');
      await expect
        .poll(() => page.locator('.row.current .c-from').textContent())
        .toBe('caller-9@example.com');
    });
    expect(await page.locator('.row').count()).toBeLessThan(100);
    expect(misdeeds).toEqual([]);
  }, 120_000);
});
