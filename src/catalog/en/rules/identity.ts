import type { AuthArgs, PassportFault, SignedIdentity } from '../../../model/auth-args.ts';
import type { Formatter } from '../../format.ts';
import type { IdentityTexts } from '../../rule-families.ts';

const shown = (value: string): string => (value === '' ? '–' : value);

const FAULTS: Readonly<Record<PassportFault, (a: SignedIdentity, f: Formatter) => string>> = {
  unreadable: () => 'the token cannot be decoded',
  algorithm: () => 'it is not signed with ES256',
  type: () => 'its type is not "passport"',
  'info-differs': () => 'header field and token name different certificates or extensions',
  'certificate-url': () => 'it names no certificate at an https URL',
  'no-date': () => 'it has no date (iat)',
  old: (a, f) => `it was signed ${f.duration(a.ageUs ?? 0)} before the request`,
  ahead: (a, f) => `it was signed ${f.duration(-(a.ageUs ?? 0))} after the request`,
  attest: () => 'its attestation is none of A, B, C',
  origid: () => 'its origid is no UUID',
  'no-caller': () => 'it has no calling number',
  'no-callee': () => 'it has no called number',
  'caller-differs': (a) =>
    `it signs the caller ${shown(a.origTn)}, the request shows ${shown(a.caller)}`,
  'callee-differs': (a) =>
    `it signs the callee ${shown(a.destTn)}, the request goes to ${shown(a.callee)}`,
  signature: () => 'its signature does not have the length of ES256',
};

const faults = (a: SignedIdentity, f: Formatter): string =>
  f.list(a.faults.map((fault) => FAULTS[fault](a, f)));

const decoded = (a: SignedIdentity): string =>
  `Signed: ${shown(a.ppt)}, attestation ${shown(a.attest)}, from ${shown(a.origTn)} to ${shown(a.destTn)}; certificate ${shown(a.certificate)} (not fetched).`;

type Failed = AuthArgs['identity-verification-failed'];

const BY_CODE: Readonly<Record<number, string>> = {
  403: 'the token was too old',
  428: 'a signature is required and none arrived',
  436: 'the certificate could not be fetched',
  437: 'the certificate was not accepted',
  438: 'signature and request do not fit together',
};

const why = (a: Failed): string =>
  BY_CODE[a.how === 'reason' ? Number.parseInt(a.detail, 10) : a.code] ?? 'it did not hold';

const FIX: Readonly<Record<number, string>> = {
  403: 'Compare the clocks of signer and verifier, and sign anew for each try.',
  428: 'Find the hop where Identity gets lost: an SBC, a hop that is no SIP, a size limit of UDP.',
  436: 'Open the URL of the certificate from the public Internet: it has to answer quickly, over https.',
  437: 'Use a certificate of an approved authority that has not expired, with ES256.',
  438: 'Sign behind the last node that changes numbers; compare the INVITE there and here.',
};

export const identityRules: IdentityTexts = {
  'identity-verification-failed': {
    summary: 'The signature of the calling number (STIR) was missing or did not hold.',
    title: (a) =>
      a.how === 'verstat'
        ? `The calling number is tagged ${a.detail}, and the call was refused with another reason.`
        : a.refused
          ? `${a.node} refused the call for its caller signature: ${why(a)}.`
          : `${a.node} could not verify the caller signature (${why(a)}), and let the call go on.`,
    explanation: (a, f) => {
      const said =
        `${a.code === 0 ? '' : `${a.code} ${a.phrase}`}${a.detail === '' ? '' : ` (${a.detail})`}`.trim();
      if (a.identity === null) return `${said}. The request carries no Identity at this point.`;
      const wrong =
        a.identity.faults.length === 0
          ? 'What can be checked without the certificate is in order.'
          : `Without the certificate one sees: ${faults(a.identity, f)}.`;
      return `${said}. ${decoded(a.identity)} ${wrong}`;
    },
    fix: (a) => [
      FIX[a.how === 'reason' ? Number.parseInt(a.detail, 10) : a.code] ??
        'Ask the terminating network what its verification says, with the Call-ID of this call.',
      'Check that no node changes numbers behind the one that signs.',
    ],
  },
  'identity-passport-invalid': {
    summary: 'A signed calling number (PASSporT) contradicts its rules or its request.',
    title: (a, f) =>
      `The signed caller identity is not valid: ${faults({ ...a, faults: a.faults.slice(0, 1) }, f)}.`,
    explanation: (a, f) =>
      a.damage === ''
        ? `${decoded(a)} What is wrong: ${faults(a, f)}. A verifier refuses such a call or marks its number. If all calls look too old or too new, the clock of the capture is wrong.`
        : `The token is damaged (${a.damage}): cut off on the way, or changed by a node that does not know it.`,
    fix: (a) => [
      a.faults[0] === 'old' || a.faults[0] === 'ahead'
        ? 'Compare the clocks of the signer, of this capture and of the verifier; sign anew for each try.'
        : `Let the signer take its numbers from the INVITE as it leaves ${a.node}, after the last change.`,
      'Check header manipulation and size limits of the SBCs between signer and this point.',
    ],
  },
  'caller-id-rejected': {
    summary: 'A call was refused for its calling number.',
    title: (a) => `${a.node} refused the call for its calling number: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `From ${shown(a.from)}, P-Asserted-Identity ${shown(a.asserted)}, P-Preferred-Identity ${shown(a.preferred)}, Remote-Party-ID ${shown(a.remoteParty)}.${a.warning === '' ? '' : ` It adds: ${a.warning}.`} Carriers take one of these as the calling number and refuse what is not assigned to the trunk or has the wrong form.`,
    fix: (a) => [
      'Show a number of this trunk in E.164 (+country code), in the field that the carrier reads first.',
      `Ask the operator of ${a.node} which numbers and which field it accepts.`,
      'For forwarded calls: keep the caller only where the contract allows it, and send Diversion or History-Info.',
    ],
  },
  'anonymous-rejected': {
    summary: 'The callee does not take calls with a hidden number.',
    title: (a) => `${a.node} does not take calls with a hidden number (${a.code} ${a.phrase}).`,
    explanation: (a) =>
      a.how === 'cause'
        ? 'The caller is anonymous, and the refusal gives cause 24: a feature of the callee rejected it.'
        : `The caller shows ${shown(a.from)}${a.privacy === '' ? '' : `, with Privacy: ${a.privacy}`}. Rejecting anonymous calls is a service that the callee has chosen.`,
    fix: () => [
      'Call again with the number shown.',
      'If the number was not meant to be hidden: look for the node that sets Privacy or an anonymous From.',
    ],
  },
};
