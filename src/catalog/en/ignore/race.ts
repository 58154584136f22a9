import type { RaceArgs } from '../../../model/race-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const raceIgnore: IgnoreTexts<keyof RaceArgs> = {
  'ack-missing-2xx':
    'When the ACK takes a path that was not captured and the call went on for long.',
  'ack-misrouted': 'When only one or two copies followed the ACK and the call went on.',
  'ack-missing-non2xx': 'When the caller is a scanner, which never confirms.',
  'ack-late': 'When nobody misses the first second of the talk.',
  'ack-cseq-or-branch-wrong': 'When the receiver took the ACK all the same: no copies followed.',
  'call-dropped-32s': 'Never: two people were cut off.',
  'cancel-before-provisional': 'When the callee never rang.',
  'cancel-mismatch': 'When the callee had stopped ringing for another reason.',
  'cancel-200-race': 'When the caller hung up at once (ACK, then BYE): that is the proper way out.',
  'cancel-no-487': 'When the final response went over a link that was not captured.',
  'cancel-481': 'When the final response and the CANCEL crossed.',
  'cancel-completed-elsewhere-missing': 'When the phones keep no list of missed calls.',
  'early-bye': 'When both sides understood it and the call was over.',
  'bye-481': 'When the other side had hung up already.',
  'bye-crossed': 'Always: both wanted the same.',
  'bye-unanswered': 'When the peer was switched off, and billing does not rest on its answer.',
  'dialog-zombie': 'When the capture has holes at that time, or the BYE went over another link.',
  'prack-missing': 'When the call was answered before the response was given up.',
  'prack-rejected': 'When the call went on undisturbed.',
  'rseq-gap': 'When a response was only missed by the capture.',
  'rel100-required-unsupported': 'When the second try without 100rel went through.',
  'precondition-failed': 'When the call was set up again over another bearer.',
  'fork-loser-noise': 'Always: it explains refusals that do no harm.',
  'fork-killed-by-6xx': 'When the user means to refuse for all devices.',
  'serial-hunt-long': 'For a hunt group whose members are tried in turn on purpose.',
  'multiple-2xx': 'When the caller ended all but one of the dialogs at once.',
  'early-media-no-sdp': 'When the caller plays its own ringback on 183.',
  'early-media-announcement-cause': 'When the caller heard the announcement and hung up.',
};
