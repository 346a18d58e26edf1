import { readFileSync } from 'node:fs';
import { build } from 'vite';
const root = process.cwd();
await build({ configFile: false, logLevel: 'error', root, resolve: { alias: { $lib: root + '/src/lib' } },
  build: { ssr: 'tests/tmpshare.ts', outDir: '/tmp/prof/eng', emptyOutDir: false, copyPublicDir: false, rolldownOptions: { output: { entryFileNames: 'share.mjs' } } } });
const m = await import('/tmp/prof/eng/share.mjs');
const wasm = readFileSync('src/lib/simulation/kernel/kernel.wasm');
const times = {}; let on = false;
const raw = m.createWasmKernel(wasm);
const wrap = process.argv[2] === 'parts';
const kernel = wrap ? Object.fromEntries(Object.entries(raw).map(([k, f]) => [k, typeof f !== 'function' || k === 'buffer' || k === 'grow' ? f : (...a) => { if (!on) return f(...a); const s = process.hrtime.bigint(); const r = f(...a); times[k] = (times[k] ?? 0) + Number(process.hrtime.bigint() - s) / 1e6; return r; }])) : raw;
const computer = m.createBlockComputer(kernel);
const run = (request, share) => { const s = performance.now(); const g = computer.run(request, share); let st; while (!(st = g.next()).done); return [performance.now() - s, st.value]; };
const med = (f, n = 15) => { const a = Array.from({ length: n }, f).sort((a, b) => a - b); return [a[n >> 1], a[0]]; };
const extra = JSON.parse(process.argv[3] ?? '{}');
const share = m.dealBlocks(0, 131072, 2)[0];
run(m.drawnBefore(0), share); run(m.drawnAnew(0), share);run(m.drawnBefore(0), share);
on = true; let i = 1; const N = 15;
const show = (t) => { console.log(t); for (const k of Object.keys(times)) { console.log('   ', k, (times[k] / N).toFixed(2)); delete times[k]; } };
const f = (n) => n.map((x) => x.toFixed(2)).join(' least ');
for (const k in times) delete times[k];
let c = med(() => run({ ...m.drawnBefore(i++), ...extra }, share)[0], N); show('cached ' + f(c));
c = med(() => run({ ...m.drawnAnew(i++), ...extra }, share)[0], N); show('fresh ' + f(c));
const p = m.dealBlocks(0, 131072, 2).map((s) => run({ ...m.drawnBefore(0), ...extra }, s)[1]);
c = med(() => { const s = performance.now(); m.mergeParts({ ...m.drawnBefore(0), ...extra }, p); return performance.now() - s; }, N); console.log('merge', f(c));
c = med(() => { const r = m.mergeParts({ ...m.drawnBefore(0), ...extra }, p); const s = performance.now();  m.summarise(r); return performance.now() - s; }, N); console.log('summarise', f(c));
// a moving run of a case like the template's
const d = m.caseRequest({ sampler: 'sobol' });
const moving = (k) => ({ ...d, drivers: { ...d.drivers, horizonMonths: 36, monthlyVolatility: 0, annualRevenue: 18e6 + k }, ...extra });
for (const trials of [16384, 65536]) { const sh = m.dealBlocks(0, trials, 2)[0]; run({ ...moving(0), trials }, sh); for (const k in times) delete times[k];
c = med(() => run({ ...moving(i++), trials }, sh)[0], N); show('moving ' + trials + ' ' + f(c)); }
