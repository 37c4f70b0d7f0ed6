export { createDesk, type Desk } from './src/create-desk.ts';
export type {
  DeskPorts,
  DeskSettings,
  HealthCheck,
  InstrumentNote,
  ReleaseOutcome,
  ReplayOutcome,
} from './src/ports.ts';
export { type RunningDesk, startDesk } from './src/start-desk.ts';
