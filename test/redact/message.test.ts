/** Whole messages: what is in them is hidden, how they are built stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/input/node-crypto.ts';
import { Redactor } from '../../src/redact/redactor.ts';

const redactorWith = (userAgents = false): Redactor =>
  new Redactor('key', nodeCrypto, { userAgents });

function hidden(text: string, redactor = redactorWith()): string {
  return Buffer.from(redactor.message(Buffer.from(text))).toString();
}

const field = (line: string): string =>
  hidden(`OPTIONS sip:pbx SIP/2.0\r\n${line}\r\n\r\n`).split('\r\n')[1] as string;
const withBody = (type: string, body: string): string =>
  hidden(`MESSAGE sip:pbx SIP/2.0\r\nContent-Type: ${type}\r\n\r\n${body}`)
    .split('\r\n\r\n')
    .slice(1)
    .join('\r\n\r\n');

/** Every word that must be gone, wherever it stood. */
function expectGone(text: string, ...words: readonly string[]): void {
  for (const word of words) expect(text).not.toContain(word);
}

describe('the start line', () => {
  it('of a request keeps method, scheme, parameters and version', () => {
    expect(hidden('INVITE sips:jane@edge.acme.net:5061;user=phone SIP/2.0\r\n\r\n')).toMatch(
      /^INVITE sips:(?!jane)[a-z]{4}@[a-z]{4}\.(?!acme)[a-z]{4}\.net:5061;user=phone SIP\/2\.0\r\n\r\n$/,
    );
  });

  it('of a response keeps code and phrase', () => {
    expect(hidden('SIP/2.0 603 Network Blocked\r\n\r\n')).toBe(
      'SIP/2.0 603 Network Blocked\r\n\r\n',
    );
    expectGone(hidden('SIP/2.0 404 no jane@acme.net here\r\n\r\n'), 'jane', 'acme');
  });
});

describe('a field', () => {
  it.each([
    'CSeq: 17 INVITE',
    'Allow: INVITE, ACK, BYE',
    'Session-Expires: 1800;refresher=uas',
    'Reason: Q.850;cause=16;text="NORMAL_CLEARING"',
    'Retry-After: 18000;duration=3600',
    'Event: dialog;sla',
    'Date: Sat, 13 Nov 2010 23:29:00 GMT',
    'Contact: *',
    'User-Agent: Yealink SIP-T46U 108.86.0.20',
  ])('%s stays', (line) => {
    expect(field(line)).toBe(line);
  });

  it('hides names, numbers, hosts and tags', () => {
    const line = 'From: "Jane Doe" <sip:+84912345678@edge.acme.net;user=phone>;tag=jd77x';
    expect(field(line)).toMatch(
      /^From: "[A-Z][a-z]{3} [A-Z][a-z]{2}" <sip:\+84912\d{6}@[a-z]{4}\.[a-z]{4}\.net;user=phone>;tag=[a-z]{2}\d\d[a-z]$/,
    );
    expectGone(field(line), 'Jane', 'Doe', '345678', 'acme', 'jd77x');
  });

  it('hides a number as a display name, with blanks too', () => {
    expectGone(field('To: "1001" <sip:1001@10.1.2.3>'), '1001');
    expectGone(field('To: +84 912 345 678 <sip:x@y>'), '345 678');
  });

  it('keeps the cookie of a branch and the port of a Via', () => {
    expect(
      field('Via: SIP/2.0/UDP 10.1.2.3:5062;branch=z9hG4bKjd77;received=198.51.100.7;rport=1024'),
    ).toMatch(
      /^Via: SIP\/2\.0\/UDP 10\.\d\.\d\.\d:5062;branch=z9hG4bK(?!jd77)[a-z]{2}\d\d;received=\d{3}\.\d{2}\.\d{3}\.\d;rport=1024$/,
    );
  });

  it('gives one Call-ID one pseudonym, escaped in a URI too', () => {
    const redactor = redactorWith();
    const id =
      /Call-ID: (\S+)/.exec(
        hidden('BYE sip:a SIP/2.0\r\nCall-ID: q7w8@10.1.2.3\r\n\r\n', redactor),
      )?.[1] ?? '';
    const refer = hidden(
      'REFER sip:a SIP/2.0\r\nRefer-To: <sip:b@c?Replaces=q7w8%4010.1.2.3%3Bto-tag%3Dab1>\r\n\r\n',
      redactor,
    );
    expect(id).not.toContain('q7w8');
    expect(refer).toContain(`Replaces=${id.replace('@', '%40')}%3Bto-tag%3D`);
  });

  it('drops what proves an identity', () => {
    const line =
      'Authorization: Digest username="1001", realm="acme.net", nonce="9f8e", uri="sip:acme.net", response="0123456789abcdef0123456789abcdef", algorithm=MD5, nc=00000001, qop=auth';
    const made = field(line);
    expectGone(made, '1001', 'acme', '9f8e', '0123456789abcdef');
    expect(made).toMatch(/algorithm=MD5, nc=00000001, qop=auth$/);
    expect(/realm="(.+?)"/.exec(made)?.[1]).toBe(/uri="sip:(.+?)"/.exec(made)?.[1]);
    expectGone(field('Authorization: Basic amFuZTpzZWNyZXQ='), 'amFuZTpzZWNyZXQ');
    expectGone(field('Cookie: session=abc123def'), 'abc123def');
  });

  it('hides every challenge of a line alike', () => {
    const made = field(
      'WWW-Authenticate: Digest realm="acme.net", algorithm=MD5, Digest realm="acme.net", algorithm=SHA-256',
    );
    const realms = [...made.matchAll(/realm="(.+?)"/g)].map(([, realm]) => realm);
    expect(new Set(realms).size).toBe(1);
    expect(realms[0]).not.toBe('acme.net');
  });

  it('hides the claims of an Identity token like the numbers of the message, and drops the signature', () => {
    const part = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
    const token = [
      part({ alg: 'ES256', ppt: 'shaken', x5u: 'https://cert.acme.net/a.pem' }),
      part({
        attest: 'A',
        dest: { tn: ['18005550199'] },
        iat: 1772442000,
        orig: { tn: '12155550112' },
      }),
      'c2lnbmF0dXJl',
    ].join('.');
    const made = hidden(
      `INVITE sip:18005550199@a SIP/2.0\r\nFrom: <sip:+12155550112@a>;tag=1\r\nIdentity: ${token};info=<https://cert.acme.net/a.pem>;alg=ES256\r\n\r\n`,
    );
    const [, head = '', claims = '', signature] =
      /Identity: ([^.]+)\.([^.]+)\.([^;]+)/.exec(made) ?? [];
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      orig: { tn: string };
      dest: { tn: string[] };
      iat: number;
    };
    expect(made).toContain(`sip:+${said.orig.tn}@`);
    expect(made).toContain(`INVITE sip:${said.dest.tn[0]}@`);
    expect(said.orig.tn).not.toBe('12155550112');
    expect(said.iat).toBe(1772442000);
    expect(made).toContain(
      `info=<${(JSON.parse(Buffer.from(head, 'base64url').toString()) as { x5u: string }).x5u}>`,
    );
    expect(signature).toHaveLength('c2lnbmF0dXJl'.length);
    expectGone(made, 'c2lnbmF0dXJl', 'acme');
  });

  it('that nobody knows is taken for full of names', () => {
    expectGone(
      field('X-Customer: Acme Corp, room 4711, jane@acme.net, 10.9.8.7'),
      'Acme',
      'Corp',
      '4711',
      'jane',
      '10.9.8.7',
    );
    expectGone(field('Cust 10.9.8.7: jane'), '10.9.8.7', 'jane');
  });

  it('of a product loses the one device, or all on request', () => {
    expectGone(field('User-Agent: Yealink SIP-T46U 805ec0a1b2c3'), '805ec0a1b2c3');
    expectGone(
      hidden('OPTIONS sip:a SIP/2.0\r\nUser-Agent: AcmePhone 3\r\n\r\n', redactorWith(true)),
      'AcmePhone',
    );
  });

  it('that goes on in the next line is hidden there too', () => {
    expectGone(
      hidden('OPTIONS sip:a SIP/2.0\r\nTo:\r\n <sip:jane@acme.net>\r\n\r\n'),
      'jane',
      'acme',
    );
  });
});

describe('a body', () => {
  it('SDP: hides origin, addresses, keys and candidates, keeps media', () => {
    const body = [
      'v=0',
      'o=jane 172345 172346 IN IP4 10.9.8.7',
      's=call of jane',
      'c=IN IP4 10.9.8.7/127',
      't=0 0',
      'm=audio 49170 RTP/AVP 0 8',
      'a=rtpmap:0 PCMU/8000',
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4',
      'a=candidate:Hc0a80105 1 UDP 2130706431 10.9.8.7 8998 typ srflx raddr 192.168.7.9 rport 9',
      'a=ice-ufrag:8hhY',
      'a=ice-pwd:asd88fgpdd777uzjYhagZg',
      'a=rtcp:49171 IN IP4 10.9.8.7',
      'a=sendrecv',
      '',
    ].join('\r\n');
    const made = withBody('application/sdp', body);
    expect(made).toHaveLength(body.length);
    expectGone(
      made,
      'jane',
      '10.9.8.7',
      '192.168.7.9',
      'WVNfX19z',
      'Hc0a80105',
      '8hhY',
      'asd88fgpdd',
    );
    for (const line of [
      't=0 0',
      'm=audio 49170 RTP/AVP 0 8',
      'a=rtpmap:0 PCMU/8000',
      'a=sendrecv',
    ]) {
      expect(made).toContain(line);
    }
    expect(made).toMatch(/inline:[A-Za-z0-9+/]{40}\|2\^20\|1:4/);
    expect(made).toMatch(/^o=[a-z]{4} 172345 172346 IN IP4 10\.\d\.\d\.\d\r$/m);
  });

  it('what people wrote is dropped, as long as it was', () => {
    const made = withBody('text/plain', 'Meet Jane\r\nat nine');
    expect(made).toBe(`${'x'.repeat(9)}\r\n${'x'.repeat(7)}`);
    expectGone(withBody('application/dtmf-relay', 'Signal=5'), '5');
  });

  it('a message in a message is hidden like one', () => {
    const made = withBody(
      'message/sipfrag',
      'SIP/2.0 486 Busy Here\r\nTo: <sip:jane@acme.net>\r\n',
    );
    expect(made).toMatch(/^SIP\/2\.0 486 Busy Here\r\nTo: <sip:/);
    expectGone(made, 'jane', 'acme');
  });

  it('XML keeps its elements', () => {
    const made = withBody(
      'application/dialog-info+xml',
      '<dialog-info entity="sip:jane@acme.net" state="full"><display>Jane &amp; Co</display></dialog-info>',
    );
    expect(made).toMatch(
      /^<dialog-info entity="sip:[a-z]{4}@[a-z]{4}\.net" state="full"><display>[A-Z][a-z]{3} &amp; [A-Z][a-z]<\/display><\/dialog-info>$/,
    );
    expectGone(made, 'jane', 'Jane', 'acme');
  });

  it('parts are hidden each as what it is', () => {
    const body =
      '--b1x\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 10.9.8.7\r\n--b1x\r\nContent-Type: text/plain\r\n\r\njane\r\n--b1x--\r\n';
    const made = hidden(
      `INVITE sip:a SIP/2.0\r\nContent-Type: multipart/mixed;boundary=b1x\r\n\r\n${body}`,
    );
    const boundary = /boundary=(\S+)/.exec(made)?.[1] ?? '';
    expect(made.split(`--${boundary}`)).toHaveLength(4);
    expect(made).toContain('v=0\r\nc=IN IP4 10.');
    expectGone(made, '10.9.8.7', 'jane');
  });
});

it('dialled digit by digit, a longer number goes on from the shorter one', () => {
  const redactor = redactorWith();
  const dial = (number: string): string =>
    /sip:(\d+)@/.exec(
      hidden(`INVITE sip:${number}@a SIP/2.0\r\nCall-ID: same\r\n\r\n`, redactor),
    )?.[1] ?? '';
  const [first, second] = [dial('8490'), dial('84901234567')];
  expect(second.startsWith(first)).toBe(true);
  expect(second).not.toBe('84901234567');
});

describe('hostile bytes', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      'Via: SIP/2.0/UDP a;branch=',
      'To: "',
      'Identity: a.b.c',
      'Content-Type: multipart/mixed;boundary="',
      'o=',
      '<<<',
      'Replaces: %40',
    ),
  );

  it('come out as many, without an exception', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(line, { maxLength: 8 }),
        (head, lines) => {
          const bytes = Buffer.concat([head, Buffer.from(lines.join('\r\n'))]);
          expect(redactorWith().message(bytes)).toHaveLength(bytes.length);
        },
      ),
    );
  });

  it.each([
    ['blanks', 'To:', ' '],
    ['quotes', 'To: ', '"'],
    ['brackets', 'To: ', '<'],
    ['semicolons', 'Via: SIP/2.0/UDP a', ';'],
    ['commas', 'Authorization: Digest ', ','],
    ['digits', 'To: <sip:', '7'],
    ['dots', 'X-Any: ', '.-'],
    ['escapes', 'Refer-To: <sip:a@b?Replaces=', '%40'],
    ['versions', 'INVITE sip:a', ' SIP/2.0'],
  ])('a run of %s takes no more than a moment', (_, begin, unit) => {
    const bytes = Buffer.from(`OPTIONS sip:a SIP/2.0\r\n${begin}${unit.repeat(60_000)}!\r\n\r\n`);
    const started = performance.now();
    expect(redactorWith().message(bytes)).toHaveLength(bytes.length);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
