export { type Collector, createCollector } from './src/collector.ts';
export type { Polled, PollPorts } from './src/poll-source.ts';
export { type Arrival, captureIdOf, type TakenIn, takeIn } from './src/take-in.ts';
