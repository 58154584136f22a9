import { sessionTimerOf } from '../../call/session-timer.ts';
import { fact } from './fact.ts';

/** The session timer that was running when the call ended, worked out once for all rules that ask. */
export const sessionTimer = fact(sessionTimerOf);
