/**
 * Raised whenever an equation, a driver's default or the way trials are drawn changes, so that other figures come out of
 * the same document. Links and files carry it: the reader of an old one is told why its figures differ.
 */
export const modelVersion = 1;
