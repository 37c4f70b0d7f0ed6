import { createServer, type Socket } from 'node:net';

/** A subscriber that takes every connection and never answers. */
export interface SilentReceiver {
  readonly url: string;
  /** Ends what it holds, so that nobody waits for it any longer. */
  hangUp(): void;
  stop(): Promise<void>;
}

export async function startSilentReceiver(): Promise<SilentReceiver> {
  const held = new Set<Socket>();
  const server = createServer((socket) => {
    held.add(socket);
    socket.on('error', () => undefined).on('close', () => held.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const hangUp = (): void => {
    for (const socket of held) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/hook`,
    hangUp,
    stop: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
