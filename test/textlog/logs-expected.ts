/** Samples whose messages are not all read yet, with the reason: the test fails when one of them is. */
export const NOT_YET: Readonly<Record<string, string>> = {};
