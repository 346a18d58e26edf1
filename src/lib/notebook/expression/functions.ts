/** How many arguments a function takes; `most` is `null` when any number will do. */
export interface FunctionDefinition {
  readonly least: number;
  readonly most: number | null;
  /** Turns a whole sample into one number; a number stays itself. */
  readonly reduces?: true;
}

const takes = (least: number, most: number | null = least): FunctionDefinition => ({ least, most });
const reduces = (least: number): FunctionDefinition => ({ least, most: least, reduces: true });

/** Every function a formula may call. Names are never translated; what they mean is worded in `cells/formula`. */
export const functions = {
  min: takes(1, null),
  max: takes(1, null),
  sum: takes(1, null),
  if: takes(3),
  round: takes(1, 2),
  abs: takes(1),
  sqrt: takes(1),
  exp: takes(1),
  ln: takes(1),
  mean: reduces(1),
  median: reduces(1),
  percentile: reduces(2),
  probability: reduces(1),
  npv: takes(2, null),
  irr: takes(2, null),
  payback: takes(2),
  clv: takes(3),
} as const satisfies Record<string, FunctionDefinition>;

export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as FunctionName[];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** The definition of a function by any name. */
export function definitionOf(name: FunctionName): FunctionDefinition {
  return functions[name];
}
