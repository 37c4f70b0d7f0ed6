import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server';
import { clientAddress } from './access/client-address.ts';
import { createDesk, createOperations } from './create-desk.ts';
import type { DeskPorts } from './ports.ts';

export interface RunningDesk {
  /** The port it really listens on: 0 asks for any free one. */
  readonly port: number;
  /** Stops accepting, lets requests in hand finish, and cuts connections that only idle. */
  stop(): Promise<void>;
}

/**
 * Listens with the whole desk, or with health, readiness and metrics alone.
 * @throws Error when the address is taken or not ours, as `net.Server.listen` reports it.
 */
export async function startDesk(
  ports: DeskPorts,
  { host, port, face }: { readonly host: string; readonly port: number; readonly face: 'desk' | 'operations' },
): Promise<RunningDesk> {
  const desk = face === 'desk' ? createDesk(ports) : createOperations(ports);
  return new Promise((resolve, reject) => {
    const { proxies } = ports.settings;
    const answer = (request: Request, { incoming }: HttpBindings | Http2Bindings): Promise<Response> =>
      desk.fetch(
        request,
        clientAddress(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'), proxies),
      );
    const server = serve({ fetch: answer, hostname: host, port }, (address) => {
      ports.logger.info({ host, port: address.port }, 'desk.started');
      // Nobody waits for it: a page asked meanwhile works it out itself.
      desk.prepare().catch((error: unknown) => ports.logger.warn({ err: error }, 'desk.not_prepared'));
      resolve({
        port: address.port,
        stop: () =>
          new Promise<void>((stopped) => {
            server.close(() => stopped());
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
