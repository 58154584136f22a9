import { describe, expect, it } from 'vitest';
import { CAST } from '../../../../fixtures/traces/cast.ts';
import { flow, type Trace } from '../../../../fixtures/dsl/index.ts';
import { syntaxFindingsOf } from '../../../helpers/syntax-findings.ts';

const RULE = 'uri-param-outside-brackets';

const failedCall = (contact: string): Trace => flow`
  ${CAST}
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
    Contact: ${contact}
  +40s capture ends
`;

describe(RULE, () => {
  it('a transport that belongs to nobody', () => {
    const [finding] = syntaxFindingsOf(failedCall('sip:alice@192.0.2.10;transport=tcp'), RULE);
    expect(finding).toMatchObject({
      severity: 'warning',
      args: { header: 'Contact', text: 'sip:alice@192.0.2.10;transport=tcp' },
    });
  });

  it.each([
    '<sip:alice@192.0.2.10;transport=tcp>',
    'sip:alice@192.0.2.10;expires=60;q=1',
    'sip:alice@192.0.2.10;unknownparam',
  ])('near miss: %s', (contact) => {
    expect(syntaxFindingsOf(failedCall(contact), RULE)).toEqual([]);
  });
});
