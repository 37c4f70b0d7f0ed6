import { startDesk } from '#desk';
import { admitAdministrator } from './admit.ts';
import type { Redline } from './compose.ts';
import { deskPorts } from './desk-ports.ts';

export interface Serving {
  readonly url: string;
  /** One-time link that makes its opener an administrator; undefined once an administrator's key exists. */
  readonly adminLink: string | undefined;
  stop(): Promise<void>;
}

/** Starts the desk over the composed services; a process without the desk serves health, readiness and metrics. */
export async function serve(redline: Redline): Promise<Serving> {
  const { config } = redline;
  const face = config.REDLINE_SERVICES.includes('desk') ? 'desk' : 'operations';
  const loginToken = face === 'desk' ? await admitAdministrator(redline) : undefined;
  const address = { host: config.REDLINE_HOST, port: config.REDLINE_PORT, face } as const;
  const desk = await startDesk(deskPorts(redline), address).catch((error: unknown) => {
    throw new Error(`REDLINE_HOST, REDLINE_PORT: cannot listen on ${address.host}:${address.port}; is it taken?`, {
      cause: error,
    });
  });
  const url = `http://${config.REDLINE_HOST}:${desk.port}`;
  return { url, adminLink: loginToken && `${url}/login/${loginToken}`, stop: () => desk.stop() };
}
