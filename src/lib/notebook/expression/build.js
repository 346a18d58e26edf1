import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import peggy from 'peggy';

/** What the generator writes to put a problem into English: a third of the parser, and our words stand in `i18n`. */
const wording = /\n {2}format\(sources\) \{.*?\n\}\n\nfunction peg\$parse/s;
const noWording = "\n  static buildMessage() {\n    return 'not an expression';\n  }\n}\n\nfunction peg$parse";

/** What could have stood instead: never said, as where and what stands there is enough. */
const expectations = /^ *const peg\$e\d+ = .*\n/gm;

/**
 * Generates the parser of expressions from its grammar.
 *
 * @returns {string} the same source on every machine
 */
export function generateParser() {
  const grammar = readFileSync(new URL('./grammar.peggy', import.meta.url), 'utf8');
  const source = peggy.generate(grammar, { output: 'source', format: 'es', allowedStartRules: ['start'] });
  if (!wording.test(source)) throw new Error('the generator words its problems in another way: see build.js');
  const short = source
    .replace(wording, () => noWording)
    .replace(expectations, '')
    .replace(/peg\$fail\(peg\$e\d+\)/g, 'peg$fail()');
  return `// @ts-nocheck\n${short}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = generateParser();
  writeFileSync(new URL('./parser.js', import.meta.url), source);
  console.log(`parser.js: ${source.length} characters`);
}
