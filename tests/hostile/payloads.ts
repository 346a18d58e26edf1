import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';

/** What somebody may send in place of a shared notebook: how it was made, and the fragment's letters. */
export interface HostilePayload {
  readonly how: string;
  readonly payload: string;
}

/** Everything a sender may write where words belong: markup, addresses that run, live text that leads astray, letters that turn the line. */
export const hostileTexts: readonly string[] = [
  '<script>globalThis.hacked = 1; alert(1)</script>',
  '<img src=x onerror="globalThis.hacked = 1; alert(1)">',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '"><iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '</style><style>@import url(https://elsewhere.invalid/x.css);</style>',
  '[press](javascript:globalThis.hacked=1)',
  '[press](JaVaScRiPt&colon;alert(1)) [and](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x) <javascript:alert(1)> [b]: javascript:alert(1)\n[b]',
  '![x](https://elsewhere.invalid/pixel.png) ![y](javascript:alert(1))',
  '<a href="javascript:alert(1)" style="position:fixed;inset:0">all</a>',
  '<form action="https://elsewhere.invalid"><button>send</button></form><base href="https://elsewhere.invalid/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/"><link rel=stylesheet href=//elsewhere.invalid>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= alert(1) %>',
  '{base.constructor} {base.__proto__} {constructor.name} {__proto__.polluted} {~base.constructor} {~base.npv} {~x.y}',
  '{base.payback: {base.payback: {base.npv}} | } {base.payback: … # … # | {~base.annualChurn}}',
  `{${'base.'.repeat(2000)}npv} ${'{~base.annualChurn}'.repeat(60)}`,
  `${'*'.repeat(400)}${'_'.repeat(400)}${'['.repeat(400)}${'>'.repeat(400)}${'`'.repeat(401)}`,
  `${'> '.repeat(300)}x\n${'- '.repeat(300)}y\n${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|`,
  '\u202e\u2066txet\u2069 \u0000\u0007\u001b[31m \ud800 \udfff \ufffe \u{e0041}',
  'Z̸̧̢̛͔̘͈̲͉͔͖͕̄̀̈́̿̍̐͘͝a'.repeat(40),
  'ﷺ'.repeat(200),
  'ä'.repeat(5000),
  'x'.repeat(20_000),
  `${'('.repeat(400)}1${')'.repeat(400)}`,
  `${'('.repeat(5000)}1${')'.repeat(5000)}`,
  `${'-'.repeat(2000)}1`,
  `${'2^'.repeat(1000)}2`,
  `${'max('.repeat(600)}1${')'.repeat(600)}`,
  `1${'+base.npv'.repeat(200)}`,
  '9e99999 ^ 9e99999 / 0 - if(base.npv, 0 / 0)',
  'constructor.constructor + __proto__.polluted + toString',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;img src=x onerror=alert(1)&#x3E;',
];

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

/** JSON as text, because some of it cannot be said as a value. */
const hostileJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'null',
      'true',
      'false',
      '0',
      '-0',
      '-1',
      '0.1',
      '1e308',
      '-1e308',
      '1e999',
      '-1e999',
      '5e-324',
      '9007199254740993',
    ],
    ...[
      '""',
      '"NaN"',
      '"Infinity"',
      '"-1"',
      '"1e5"',
      '"null"',
      '"base"',
      '"lead"',
      '"__proto__"',
      '"constructor"',
      '"hasOwnProperty"',
    ],
    ...['[]', '{}', '[[]]', '[null]', '{"value":null}', '{"value":{"value":1}}', '{"length":-1}', '{"tag":"formula"}'],
    ...[
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"toString":1,"valueOf":1,"then":1}',
    ],
    ...[nested(1000), nested(100_000), nested(3000, '{"a":', '}').replace('{"a":}', '{}'), nested(500, '(', ')')],
  ),
  fc.constantFrom(...hostileTexts).map((text) => JSON.stringify(text)),
  fc.double().map((number) => JSON.stringify(number)),
  fc.integer().map(String),
  fc.json({ maxDepth: 3 }),
);

type Place = readonly string[];

/** Every place in the data, as the keys that lead to it. */
function placesIn(data: unknown, path: Place = []): Place[] {
  const inner = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return [path, ...inner.flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

const at = (data: unknown, place: Place) =>
  place.reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], data);
const mark = '"@hostile@"';

/** A copy with another part in one place, given as JSON text. */
function withPart(data: unknown, place: Place, part: string): string {
  if (place.length === 0) return part;
  const copy: unknown = JSON.parse(JSON.stringify(data));
  (at(copy, place.slice(0, -1)) as Record<string, unknown>)[place.at(-1)!] = JSON.parse(mark);
  return JSON.stringify(copy).replace(mark, () => part);
}

/** A copy with a field added, under whatever key. */
function withField(data: unknown, place: Place, key: string, part: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(data));
  Object.defineProperty(at(copy, place), key, { value: JSON.parse(mark), enumerable: true, configurable: true });
  return JSON.stringify(copy).replace(mark, () => part);
}

const pack = (content: string | Uint8Array) => deflateSync(content, { level: 9 }).toString('base64url');

/**
 * Hostile payloads made from a shared notebook: letters and bytes changed or missing, bombs, and well-packed documents
 * whose parts are replaced, removed, repeated or written by somebody who means harm.
 */
export function hostilePayloads(shared: SharedNotebook): fc.Arbitrary<HostilePayload> {
  const text = JSON.stringify(shared);
  const sound = pack(text);
  const packed = deflateSync(text, { level: 9 });
  const data: unknown = JSON.parse(text);
  const places = placesIn(data);
  const kindOf = (place: Place) => {
    const found = at(data, place);
    return Array.isArray(found) ? 'array' : found === null ? 'null' : typeof found;
  };
  const placesOf = (kind: string) => places.filter((place) => kindOf(place) === kind);
  const place = fc.constantFrom(...places);
  const made = (how: string, payload: fc.Arbitrary<string>) =>
    payload.map((payload): HostilePayload => ({ how, payload }));
  const ofText = (how: string, changed: fc.Arbitrary<string>) => made(how, changed.map(pack));
  const byte = fc.tuple(fc.nat(packed.length - 1), fc.integer({ min: 0, max: 7 }));

  return fc.oneof(
    made(
      'letters changed',
      fc
        .array(fc.tuple(fc.nat(sound.length - 1), fc.string({ unit: 'binary', maxLength: 2 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((changes) => changes.reduce((out, [place, by]) => out.slice(0, place) + by + out.slice(place + 1), sound)),
    ),
    made(
      'cut short',
      fc.nat(sound.length - 1).map((end) => sound.slice(0, end)),
    ),
    made(
      'with more after it',
      fc.string({ unit: 'binary', maxLength: 50 }).map((more) => sound + more),
    ),
    made(
      'any letters',
      fc.base64String({ maxLength: 2000 }).map((any) => any.replace(/[+/=]/g, '_')),
    ),
    made(
      'bits flipped in the packed bytes',
      fc.array(byte, { minLength: 1, maxLength: 5 }).map((flips) => {
        const bytes = Buffer.from(packed);
        for (const [place, bit] of flips) bytes[place]! ^= 1 << bit;
        return bytes.toString('base64url');
      }),
    ),
    ofText(
      'bits flipped in the text, well packed',
      fc
        .array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 4 })
        .map((flips) => {
          const codes = [...text].map((letter) => letter.charCodeAt(0));
          for (const [place, bit] of flips) codes[place]! ^= 1 << bit;
          return String.fromCharCode(...codes);
        }),
    ),
    ofText(
      'parts doubled or cut out',
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(200), fc.nat(text.length - 1), fc.boolean())
        .map(([from, length, to, cut]) =>
          cut
            ? text.slice(0, from) + text.slice(from + length)
            : text.slice(0, to) + text.slice(from, from + length) + text.slice(to),
        ),
    ),
    {
      weight: 4,
      arbitrary: ofText(
        'a part replaced',
        fc.tuple(place, hostileJson).map(([place, part]) => withPart(data, place, part)),
      ),
    },
    {
      weight: 3,
      arbitrary: ofText(
        'words that mean harm',
        fc
          .tuple(fc.constantFrom(...placesOf('string')), fc.constantFrom(...hostileTexts))
          .map(([place, words]) => withPart(data, place, JSON.stringify(words))),
      ),
    },
    {
      weight: 3,
      arbitrary: ofText(
        'another number',
        fc
          .tuple(
            fc.constantFrom(...placesOf('number')),
            fc.oneof(
              fc.double().map((x) => JSON.stringify(x)),
              fc.constantFrom(
                '1e999',
                '-1e999',
                '1e308',
                '-0',
                '5e-324',
                '"1"',
                'null',
                '0',
                '1',
                '-1',
                '0.5',
                '2',
                '1e15',
              ),
            ),
          )
          .map(([place, number]) => withPart(data, place, number)),
      ),
    },
    ofText(
      'a field taken away',
      fc.constantFrom(...places.filter(({ length }) => length > 0)).map((place) => {
        const copy: unknown = JSON.parse(text);
        const parent = at(copy, place.slice(0, -1));
        if (Array.isArray(parent)) parent.splice(Number(place.at(-1)), 1);
        else delete (parent as Record<string, unknown>)[place.at(-1)!];
        return JSON.stringify(copy);
      }),
    ),
    ofText(
      'a field added',
      fc
        .tuple(
          fc.constantFrom(...placesOf('object')),
          fc.constantFrom(
            '__proto__',
            'constructor',
            'prototype',
            'toString',
            'then',
            'name',
            'value',
            'range',
            'extends',
            'bindings',
            'hidden',
            'extra',
            '',
          ),
          hostileJson,
        )
        .map(([place, key, part]) => withField(data, place, key, part)),
    ),
    ofText(
      'a list grown, turned or repeated',
      fc
        .tuple(fc.constantFrom(...placesOf('array')), fc.constantFrom('twice', 'reversed', 'emptied', 'many'))
        .map(([place, how]) => {
          const list = at(data, place) as unknown[];
          const grown = {
            twice: [...list, ...list],
            reversed: list.toReversed(),
            emptied: [],
            many: Array(2000).fill(list[0]),
          };
          return withPart(data, place, JSON.stringify(grown[how as keyof typeof grown]));
        }),
    ),
    ofText(
      'names that repeat or lead round',
      fc
        .array(
          fc.tuple(
            fc.nat(shared.document.cells.length - 1),
            fc.constantFrom('id', 'name', 'of', 'kind', 'extends'),
            fc.nat(20),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        )
        .map((changes) => {
          const copy = JSON.parse(text) as { document: { cells: Record<string, unknown>[] } };
          const { cells } = copy.document;
          for (const [place, key, from] of changes) {
            const other = cells[from % cells.length]!;
            cells[place]![key] = key === 'kind' || key === 'id' ? other[key] : (other.name ?? other.id);
          }
          return JSON.stringify(copy);
        }),
    ),
    {
      // A few of them say all there is to say, and they take their time.
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...bombs), fc.integer({ min: 1, max: 24 }))
        .map(([{ how, make }, size]): HostilePayload => ({ how, payload: make(size, sound) })),
    },
  );
}

const cells = (count: number, cell: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => cell(i)).join(',');

/** Much in little, or much outright. `size` grows them. */
const bombs: readonly { readonly how: string; readonly make: (size: number, sound: string) => string }[] = [
  { how: 'a bomb of zeros', make: (size) => pack(Buffer.alloc(size * 1_000_000)) },
  { how: 'a bomb of brackets', make: (size) => pack('['.repeat(size * 80_000)) },
  { how: 'a bomb of objects', make: (size) => pack('{"document":'.repeat(size * 6000)) },
  { how: 'a bomb that closes', make: (size) => pack(nested(size * 40_000)) },
  { how: 'a bomb cut short', make: (size) => pack(Buffer.alloc(size * 1_000_000, '"a",')).slice(0, -8) },
  {
    how: 'a hundred thousand cells',
    make: (size) =>
      pack(
        `{"format":"arvio","document":{"version":2,"cells":[${cells(size * 5000, (i) => `{"id":"${i}","kind":"text"}`)}]}}`,
      ),
  },
  { how: 'letters without end', make: (size, sound) => sound.repeat(1 + size * 4) },
  { how: 'more letters than a link may have', make: (size) => 'A'.repeat(size * 20_000) },
];
