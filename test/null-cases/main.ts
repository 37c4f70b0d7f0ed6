import { LISTS, openList } from './lists.ts';

/*
 * `npm run null-cases [-- <runs> [<source id> ...]]`: prints each list file of the corpus so many times in another order and form
 * and compares it with itself. Every event is one too many; the exit code says whether there was any.
 */

const corpus = process.env.REDLINE_CORPUS ?? '../shared/corpus';
const [runs = '1000', ...wanted] = process.argv.slice(2);

for (const file of LISTS) {
  if (wanted.length > 0 && !wanted.includes(file.sourceId)) continue;
  const list = await openList(corpus, file);
  if (!list) {
    console.log(`${file.name.padEnd(34)} skipped: not in this corpus`);
    continue;
  }
  let events = 0;
  let example = '';
  for (let seed = 1; seed <= Number(runs); seed += 1) {
    const told = await list.nullCase(seed);
    events += told.length;
    if (told[0] !== undefined && example === '') example = `; seed ${seed}: ${told[0]}`;
  }
  if (events > 0) process.exitCode = 1;
  console.log(`${file.name.padEnd(34)} ${runs} reprints, ${events} events${example}`);
}
