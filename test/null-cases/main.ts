import { LISTS, type ListFile, openList } from './lists.ts';

/*
 * `npm run null-cases [-- <runs>|<first seed>-<last seed> [<source id> ...]]`: prints each list file of the corpus so many times in
 * another order and form and compares it with itself. Every event is one too many; the exit code says whether there was any.
 */

const corpus = process.env.REDLINE_CORPUS ?? '../shared/corpus';
const [runs = '1000', ...wanted] = process.argv.slice(2);
const [last, first = 1] = runs.split('-').map(Number).toReversed();
if (!(Number(last) >= first)) throw new Error(`${runs} is neither a number of runs nor a range of seeds`);

for (const file of LISTS) if (wanted.length === 0 || wanted.includes(file.sourceId)) await tell(file);

async function tell(file: ListFile): Promise<void> {
  const list = await openList(corpus, file);
  if (!list) return console.log(`${file.name.padEnd(34)} skipped: not in this corpus`);
  let events = 0;
  let example = '';
  for (let seed = first; seed <= Number(last); seed += 1) {
    const told = await list.nullCase(seed);
    events += told.length;
    if (told[0] !== undefined && example === '') example = `; seed ${seed}: ${told[0]}`;
  }
  if (events > 0) process.exitCode = 1;
  console.log(`${file.name.padEnd(34)} ${runs} reprints, ${events} events${example}`);
}
