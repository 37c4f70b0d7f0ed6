import { comparePair, findListPair } from './list-pair.ts';

/* One comparison of the two lists in a process of its own, so that its peak memory is that of nothing else. */

const pair = findListPair(process.argv[2] ?? '');
if (!pair) throw new Error('the corpus holds no two whole files');
await comparePair(pair);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
