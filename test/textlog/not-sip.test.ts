/** Text that speaks of SIP, looks like it, or is no text at all: none of it is a message. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksLikeText } from '../../src/textlog/sniff.ts';
import { INVITE, OK } from './dialects/call.ts';
import { readLog } from './read-log.ts';

const CASES: Readonly<Record<string, string>> = {
  'an access log with probes in it': `192.0.2.7 - - [03/Nov/2026:10:15:42 +0000] "OPTIONS sip:nm SIP/2.0" 400 0 "-" "-"
192.0.2.7 - - [03/Nov/2026:10:15:43 +0000] "GET /docs/SIP/2.0 HTTP/1.1" 404 162 "-" "Via: SIP/2.0/UDP"
192.0.2.8 - - [03/Nov/2026:10:15:44 +0000] "INVITE sip:100@192.0.2.1 SIP/2.0" 400 0
From: a referer
To: nobody
`,
  'an HTTP exchange': `GET /sip:100@example.com HTTP/1.1
Host: example.com
Via: 1.1 proxy
User-Agent: SIP/2.0
Content-Length: 0

HTTP/1.1 200 OK
Via: 1.1 proxy
Server: SIP/2.0 200 OK
Date: Tue, 03 Nov 2026 10:15:42 GMT

`,
  RTSP: `SETUP rtsp://192.0.2.1/audio RTSP/1.0
CSeq: 2
Require: play.basic
Via: RTSP/1.0

RTSP/1.0 200 OK
CSeq: 2
Content-Length: 0

`,
  'MIME mail': `From: alice@example.com
To: bob@example.com
Subject: SIP/2.0 503 Service Unavailable
Content-Type: multipart/mixed; boundary=x
Date: Tue, 03 Nov 2026 10:15:42 +0000

--x
Content-Type: message/sipfrag

SIP/2.0 503 Service Unavailable

--x
Content-Type: text/plain
Content-Length: 30

We have got this all day:
SIP/2.0 503 Service Unavailable

From: carol@example.com
To: bob@example.com
Date: Tue, 03 Nov 2026 10:16:42 +0000

> SIP/2.0 503 Service Unavailable
> From: alice
> To: bob
`,
  prose: `A call begins with INVITE sip:bob@example.com SIP/2.0
and is answered with SIP/2.0 200 OK
Note: the Via header is not the From header.
To: be or not to be
See the following line.

SIP/2.0 180 Ringing

is what comes next. Call-ID: a name, CSeq: a number.
INVITE sip:bob@example.com SIP/2.0
...
Call-ID: a84b4c76e66710
CSeq: 314159 INVITE
`,
  'source code that makes messages': `static const char *ok = "SIP/2.0 200 OK\\r\\nVia: %s\\r\\nFrom: %s\\r\\nTo: %s\\r\\nCall-ID: %s\\r\\nCSeq: %d %s\\r\\n\\r\\n";
  n = sprintf(buf, "INVITE %s SIP/2.0\\r\\n"
      "Via: SIP/2.0/UDP %s:%d;branch=%s\\r\\n"
      "Call-ID: %s\\r\\n"
      "CSeq: 1 INVITE\\r\\n");
const text = \`REGISTER sip:\${domain} SIP/2.0
Via: SIP/2.0/UDP \${host}
Call-ID: \${callId}
CSeq: \${n} REGISTER
From: <sip:\${user}@\${domain}>
To: <sip:\${user}@\${domain}>

\`;
if (/^SIP\\/2\\.0 200 OK/.test(line)) { headers.Via = 1; }
`,
  'a SIPp scenario': `<send retrans="500">
<![CDATA[

  INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
  Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
  From: sipp <sip:sipp@[local_ip]:[local_port]>;tag=[pid]SIPpTag00[call_number]
  To: sut <sip:[service]@[remote_ip]:[remote_port]>
  Call-ID: [call_id]
  CSeq: 1 INVITE
  Max-Forwards: 70
  Content-Length: 0

]]>
</send>
`,
  'a start line above a list of fields': `SIP/2.0 200 OK

Via: where it has been
CSeq: a number and a method
Call-ID: any text
`,
  'a list of start lines': `INVITE sip:1@192.0.2.1 SIP/2.0
SIP/2.0 100 Trying
SIP/2.0 200 OK
ACK sip:1@192.0.2.1 SIP/2.0
`,
  'a template of a gateway': `SIP/2.0 200 OK
Via: {{via}}
From: {{from}}
To: {{to}}
Call-ID: {{call_id}}
CSeq: {{cseq}}

`,
};

describe('no message is found in', () => {
  it.each(Object.entries(CASES))('%s', (_, text) => {
    for (const end of ['\n', '\r\n']) {
      expect(readLog(text.replaceAll('\n', end)).messages).toEqual([]);
    }
  });

  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
  const found = (paths: readonly string[]): Record<string, string[]> => {
    const wrong: Record<string, string[]> = {};
    for (const path of paths) {
      const { messages } = readLog(readFileSync(path));
      if (messages.length > 0)
        wrong[path] = messages.map(({ line, startLine }) => `${line}: ${startLine}`);
    }
    return wrong;
  };

  it("the project's own sources and pages", () => {
    expect(
      found([...files('src'), ...files('docs'), ...files('scripts'), 'README.md', 'CHANGELOG.md']),
    ).toEqual({});
  });

  it.runIf(existsSync('node_modules/jssip'))("a SIP stack's source", () => {
    const paths = files('node_modules/jssip').filter((path) => /\.(?:js|ts|md|json)$/.test(path));
    expect(paths.length).toBeGreaterThan(20);
    expect(found(paths)).toEqual({});
  });

  it('a program', () => {
    const program = readFileSync(process.execPath).subarray(0, 8 << 20);
    expect(readLog(program).messages).toEqual([]);
    expect(looksLikeText(program.subarray(0, 1 << 16))).toBe(false);
  });

  it('random bytes, with start lines thrown in', () => {
    let state = 1;
    const bytes = Uint8Array.from({ length: 1 << 20 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
    for (let at = 1000; at < bytes.length; at += 5000) {
      bytes.set(new TextEncoder().encode('\nSIP/2.0 200 OK\n'), at);
    }
    expect(readLog(bytes).messages).toEqual([]);
    expect(looksLikeText(bytes.subarray(0, 1 << 16))).toBe(false);
  });
});

describe('text without a message is named after no dialect', () => {
  it.each([
    ['a heading of twenty marks', `Building the package\n${'='.repeat(20)}\n\nRun make.\n`],
    ['a table of services', 'sip 5060/tcp # Session Initiation Protocol\n'],
    [
      'a dump of something else',
      '00000000  7f 45 4c 46 02 01 01 00  00 00 00 00 00 00 00 00  |.ELF|\n',
    ],
  ])('%s', (_, text) => {
    const { source, recognisedBy } = readLog(text);
    expect(source.dialect).toBeUndefined();
    expect(recognisedBy).toEqual([{ sign: 'readable-text' }]);
  });
});

describe('a whole message is found where it is quoted', () => {
  it.each([
    ['a page', (rows: string[]) => ['An example:', '', '```', ...rows, '```', 'And so on.']],
    [
      'a mail',
      (rows: string[]) => ['Dear list,', '', ...rows.map((row) => `> ${row}`), '', 'Any idea?'],
    ],
    [
      'an indented page',
      (rows: string[]) => ['For example:', '', ...rows.map((row) => `    ${row}`), ''],
    ],
  ])('in %s', (_, quote) => {
    const text = `${quote([...INVITE]).join('\n')}\n${quote([...OK]).join('\n')}\n`;
    expect(readLog(text).messages.map(({ startLine }) => startLine)).toEqual([INVITE[0], OK[0]]);
  });
});
