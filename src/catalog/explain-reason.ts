import type { Language } from '../model/language.ts';
import { EXPLAIN_WORDS } from './explain-words.ts';
import { REASON_TEXTS } from './reason-texts.ts';
import {
  FREESWITCH_CAUSES,
  type FreeswitchCause,
  REASON_PROTOCOLS,
  type ReasonLocation,
  type ReasonProtocol,
  type ReasonTexts,
} from './reason.ts';
import { type Fact, section, type Sheet, text } from './sheet.ts';
import type { CauseText } from './types.ts';

/** Protocols whose cause numbers the catalog can explain one by one. */
const CAUSES: Partial<
  Record<string, (texts: ReasonTexts) => Readonly<Record<number, CauseText | undefined>>>
> = {
  RELEASE_CAUSE: (texts) => texts.releaseCauses,
  FAILURE_CAUSE: (texts) => texts.failureCauses,
  Preemption: (texts) => texts.preemption,
  FreeSWITCH: (texts) => texts.freeswitch,
};

/** A cause number of a Reason protocol other than SIP and Q.850. */
export function explainReasonCause(
  protocol: string,
  cause: number,
  language: Language,
): Sheet | null {
  const entry = CAUSES[protocol]?.(REASON_TEXTS[language])[cause];
  if (entry === undefined) return null;
  const { headings } = EXPLAIN_WORDS[language];
  const name = protocol === 'FreeSWITCH' ? ` ${FREESWITCH_CAUSES[cause as FreeswitchCause]}` : '';
  return {
    kind: 'reason',
    id: `${protocol}:${cause}`,
    title: `${protocol} ${cause}${name}`,
    subtitle: entry.name,
    sections: section('reading', headings.reading, text(entry.reading)),
  };
}

/** A protocol value of the Reason header field, with the causes that are known for it. */
export function explainProtocol(protocol: ReasonProtocol, language: Language): Sheet {
  const { headings, facts } = EXPLAIN_WORDS[language];
  const texts = REASON_TEXTS[language];
  const { name, reading } = texts.protocols[protocol];
  const causes = CAUSES[protocol]?.(texts) ?? {};
  const values = Object.entries(causes).map(([cause, entry]): Fact => ({
    label: cause,
    value: entry?.name ?? '',
  }));
  const reference = { label: facts.reference, value: REASON_PROTOCOLS[protocol].reference };
  return {
    kind: 'reason',
    id: protocol,
    title: `Reason: ${protocol}`,
    subtitle: name,
    sections: [
      ...section('reading', headings.reading, text(reading)),
      ...section('values', headings.values, { kind: 'facts', rows: values }),
      ...section('facts', headings.facts, { kind: 'facts', rows: [reference] }),
    ],
  };
}

/** A `location` value: where the call was released. */
export function explainLocation(location: ReasonLocation, language: Language): Sheet {
  const { headings } = EXPLAIN_WORDS[language];
  const { name, reading } = REASON_TEXTS[language].locations[location];
  return {
    kind: 'reason',
    id: `location:${location}`,
    title: `location=${location}`,
    subtitle: name,
    sections: section('reading', headings.reading, text(reading)),
  };
}
