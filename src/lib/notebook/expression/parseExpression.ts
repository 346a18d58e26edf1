import { failure, success, type Result } from '$lib/metrics/result';
import { nearestName } from '../nearestName';
import { partsOf, type Expression } from './expression';
import { definitionOf, functionNames, isFunctionName } from './functions';
import type { Notation } from './notation';
import { parse, SyntaxError as ParseError } from './parser.js';

/** Why a text is not an expression; worded in `cells/formula`. Positions count characters from 0. */
export type ExpressionProblem =
  | { readonly tag: 'empty' }
  | { readonly tag: 'tooLong'; readonly longest: number }
  | { readonly tag: 'tooDeep'; readonly position: number }
  /** Something that cannot stand there. */
  | { readonly tag: 'unexpected'; readonly position: number; readonly character: string }
  /** The text ends where a value, or a closing parenthesis, should follow. */
  | { readonly tag: 'unfinished'; readonly position: number; readonly missing: 'value' | 'parenthesis' }
  /** `1,5` where the decimal mark is a point, or `1.5` where it is a comma. */
  | { readonly tag: 'decimalMark'; readonly position: number; readonly written: string; readonly meant: string }
  /** `;` where commas part arguments, or a comma where semicolons do. */
  | { readonly tag: 'separator'; readonly position: number; readonly written: string; readonly meant: string }
  | { readonly tag: 'tooLarge'; readonly position: number }
  | {
      readonly tag: 'unknownFunction';
      readonly position: number;
      readonly name: string;
      readonly nearest: string | null;
    }
  | {
      readonly tag: 'argumentCount';
      readonly position: number;
      readonly name: string;
      readonly least: number;
      readonly most: number | null;
      readonly given: number;
    };

/** Characters an expression may have. */
export const longestExpression = 2000;

/** How deep parentheses and calls may stand in one another: the only recursion of the parser. */
const deepestNesting = 50;

/**
 * Reads untrusted text as an expression in a notation. Never throws, whatever the text; takes time in proportion to its length.
 *
 * @example parseExpression('max(0; b.npv - 1,5)', 'finnish')
 */
export function parseExpression(text: string, notation: Notation): Result<Expression, ExpressionProblem> {
  if (text.length > longestExpression) return failure({ tag: 'tooLong', longest: longestExpression });
  // Formatting characters come along invisibly from web pages; composed letters make a name the same however it was typed.
  const cleaned = text.replace(/\p{Cf}/gu, '').normalize('NFC');
  if (cleaned.trim() === '') return failure({ tag: 'empty' });
  const tooDeep = firstTooDeep(cleaned);
  if (tooDeep !== null) return failure({ tag: 'tooDeep', position: tooDeep });
  try {
    const expression = parse(cleaned, { notation });
    const problem = firstProblem(expression, cleaned);
    return problem ? failure(problem) : success(expression);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return failure(toProblem(cleaned, error.location.start.offset, notation));
  }
}

function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (let position = 0; position < text.length; position++) {
    if (text[position] === '(' && ++depth > deepestNesting) return position;
    if (text[position] === ')') depth--;
  }
  return null;
}

function toProblem(text: string, position: number, notation: Notation): ExpressionProblem {
  const [decimal, other, separator, otherSeparator] =
    notation === 'finnish' ? [',', '.', ';', ','] : ['.', ',', ',', ';'];
  const character = String.fromCodePoint(text.codePointAt(position) ?? 32);
  const before = /\d+$/.exec(text.slice(0, position))?.[0];
  const after = /^\d+/.exec(text.slice(position + 1))?.[0];
  if (character === other && before && after) {
    const written = before + other + after;
    return { tag: 'decimalMark', position: position - before.length, written, meant: before + decimal + after };
  }
  if (position >= text.trimEnd().length) {
    const whole = /[\p{L}\p{N}\p{M}_)%]\s*$/u.test(text);
    return { tag: 'unfinished', position, missing: whole ? 'parenthesis' : 'value' };
  }
  if (character === otherSeparator) return { tag: 'separator', position, written: character, meant: separator };
  return { tag: 'unexpected', position, character };
}

/** What the grammar alone does not see: unknown functions, wrong numbers of arguments, numbers too large to be. */
function firstProblem(expression: Expression, text: string): ExpressionProblem | null {
  for (const part of partsOf(expression)) {
    const problem = firstProblem(part, text);
    if (problem) return problem;
  }
  if (expression.tag === 'number' && !Number.isFinite(expression.value))
    return { tag: 'tooLarge', position: Math.max(0, text.search(/\d/)) };
  if (expression.tag !== 'call') return null;
  const { name, args } = expression;
  const position = Math.max(0, text.search(new RegExp(`(?<![\\p{L}\\p{N}_.])${name}\\s*\\(`, 'u')));
  if (!isFunctionName(name))
    return { tag: 'unknownFunction', position, name, nearest: nearestName(name, functionNames) };
  const { least, most } = definitionOf(name);
  if (args.length >= least && (most === null || args.length <= most)) return null;
  return { tag: 'argumentCount', position, name, least, most, given: args.length };
}
