import { type ServiceName, stopOnSignal } from '#process';
import type { Redline } from '../compose.ts';
import { startHeartbeat } from '../heartbeat.ts';
import { serve } from '../serve.ts';

const CLOCKWORK_EVERY_MS = 5 * 60_000;

/** Runs the configured services until a signal; prints the address and, the first time, the admin link. */
export async function start(redline: Redline, print: (line: string) => void): Promise<void> {
  const { config, logger } = redline;
  const runs = (service: ServiceName): boolean => config.REDLINE_SERVICES.includes(service);
  await redline.startLog();
  if (runs('differ')) await redline.differ.start();
  if (runs('notifier')) await redline.notifier.start();
  const serving = await serve(redline);
  if (runs('collector') && config.REDLINE_COLLECT) await redline.collector.start();
  const clockwork = runs('differ') ? setInterval(() => void windUp(redline), CLOCKWORK_EVERY_MS) : undefined;
  if (runs('differ')) void windUp(redline);
  const heartbeat = startHeartbeat(redline);

  print(`Redline watches ${redline.catalogue.sources.length} sources. ${faceOf(redline)}: ${serving.url}`);
  if (serving.adminLink) print(`Administrator's link, good once, within 24 hours: ${serving.adminLink}`);
  logger.info(
    { url: serving.url, services: config.REDLINE_SERVICES, sources: redline.catalogue.sources.length },
    'process.started',
  );

  stopOnSignal(logger, async () => {
    clearInterval(clockwork);
    heartbeat.stop();
    await serving.stop();
    await redline.fetcher.close();
    await redline.collector.stop();
    await redline.differ.stop();
    await redline.notifier.stop();
    await redline.close();
  });
}

function faceOf({ config }: Redline): string {
  return config.REDLINE_SERVICES.includes('desk') ? 'Pages and API' : 'Health and metrics';
}

/** What happens because time passes, not because something was published. */
async function windUp(redline: Redline): Promise<void> {
  try {
    await redline.differ.checkStaleness();
    await redline.differ.fireCalendar();
  } catch (error) {
    redline.logger.error({ err: error }, 'clockwork.failed');
  }
}
