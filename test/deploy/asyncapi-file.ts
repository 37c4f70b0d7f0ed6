import { join } from 'node:path';
import { stringify } from 'yaml';
import { createLogger, readConfig } from '#process';
import { composeRedline } from '../../services/standalone/src/compose.ts';
import { asyncApiDocument } from './asyncapi-document.ts';
import { ROOT, readText } from './deployment-files.ts';

export const ASYNCAPI_FILE = join(ROOT, 'docs', 'asyncapi.yaml');

const HEADER = '# Made from the code by `node test/deploy/write-asyncapi.ts`; a test fails when the two differ.\n';

/** The text of `docs/asyncapi.yaml` as the code would have it now. */
export async function asyncApiText(): Promise<string> {
  const clock = { now: () => new Date(0) };
  const redline = await composeRedline({
    config: readConfig({ DATABASE_URL: 'sqlite::memory:', REDLINE_SECRET_KEY: '00'.repeat(32) }),
    logger: createLogger({ level: 'silent', service: 'asyncapi' }),
    clock,
    deliveryClock: clock,
    onFatal: () => undefined,
  });
  try {
    const { version }: { version: string } = JSON.parse(readText('package.json'));
    const subscriptions = [...redline.differ.subscriptions, ...redline.notifier.subscriptions];
    return (
      HEADER + stringify(asyncApiDocument(version, subscriptions), { lineWidth: 120, aliasDuplicateObjects: false })
    );
  } finally {
    await redline.close();
  }
}
