import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';
import type { VendorCode } from '../vendor-codes.ts';
import { codes1xx } from './codes-1xx.ts';
import { codes2xx } from './codes-2xx.ts';
import { codes3xx } from './codes-3xx.ts';
import { codes400 } from './codes-400-419.ts';
import { codes420 } from './codes-420-433.ts';
import { codes436 } from './codes-436-470.ts';
import { codes480 } from './codes-480-494.ts';
import { codes5xx } from './codes-5xx.ts';
import { codes6xx } from './codes-6xx.ts';
import { codesVendor } from './codes-vendor.ts';

/** Every code that the catalog knows; a missing text does not compile. */
export const EN_CODES: Readonly<Record<StatusCode | VendorCode, CodeText>> = {
  ...codes1xx,
  ...codes2xx,
  ...codes3xx,
  ...codes400,
  ...codes420,
  ...codes436,
  ...codes480,
  ...codes5xx,
  ...codes6xx,
  ...codesVendor,
};
