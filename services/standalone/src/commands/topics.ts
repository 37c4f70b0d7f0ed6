import { createTopics } from '#log';
import type { Config, Logger } from '#process';
import { kafkaSettings } from '../open-log.ts';

/** Creates the topics that are missing, with their partitions and retention. @throws Error without brokers. */
export async function topics(
  config: Config,
  logger: Logger,
  replication: number,
  print: (line: string) => void,
): Promise<void> {
  if (config.REDLINE_KAFKA_BROKERS.length === 0) throw new Error('REDLINE_KAFKA_BROKERS: name the brokers first');
  const { created, existing } = await createTopics(kafkaSettings(config, logger), { replication });
  for (const topic of created) print(`created  ${topic}`);
  for (const topic of existing) print(`existing ${topic}`);
}
