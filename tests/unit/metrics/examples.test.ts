import { describe, expect, test } from 'vitest';
import { differences } from '../../vectors/differences';

type Functions = Record<string, (...args: never[]) => unknown>;

const modules = import.meta.glob<Functions>('/src/lib/metrics/*.ts', { eager: true });
const sources = import.meta.glob<string>('/src/lib/metrics/*.ts', { query: '?raw', import: 'default', eager: true });
const functions: Functions = Object.assign({}, ...Object.values(modules));
const formulas = Object.entries(sources).filter(([path]) => !path.endsWith('/result.ts'));

/** An exported function with the call and the answer of its docstring's `@example call // answer`. */
interface Example {
  readonly name: string;
  readonly call: string;
  readonly answer: string;
}

function examplesOf(source: string): Example[] {
  const documented = /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export function (\w+)/g;
  return [...source.matchAll(documented)].map(([, docstring = '', name = '']) => {
    const text = docstring.replaceAll(/\s*\n\s*\*/g, ' ');
    const [, call = '', answer = ''] = /@example (.*) \/\/ (.*)$/.exec(text.trim()) ?? [];
    return { name, call, answer };
  });
}

function valueOf(expression: string): unknown {
  return new Function(...Object.keys(functions), `return (${expression})`)(...Object.values(functions));
}

/** Half a unit of the last decimal printed; a whole number is meant exactly. */
function printedPrecision(answer: string): number {
  const decimals = Math.max(0, ...[...answer.matchAll(/\.(\d+)/g)].map(([, digits = '']) => digits.length));
  return decimals === 0 ? 1e-9 : 0.5 * 10 ** -decimals;
}

describe.each(formulas)('%s', (_, source) => {
  test.each(examplesOf(source))('$name answers as its docstring says', ({ name, call, answer }) => {
    expect(call).toContain(`${name}(`);
    expect(differences(valueOf(call), valueOf(answer), { abs: printedPrecision(answer) })).toEqual([]);
  });
});
