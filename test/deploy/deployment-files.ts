import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '..', '..');

const Container = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  user: z.string().optional(),
  command: z.array(z.string()).optional(),
  profiles: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  secrets: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  restart: z.string(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }) }),
});
export type Container = z.infer<typeof Container>;

const ComposeFile = z.looseObject({
  services: z.record(z.string(), Container),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** `docker-compose.yml` with its anchors resolved. */
export function readComposeFile(): z.infer<typeof ComposeFile> {
  return ComposeFile.parse(parse(readText('docker-compose.yml'), { merge: true }));
}

/** What a container's process finds in its environment, where the user's own environment is empty. */
export function environmentOf({ environment = {} }: Container): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value).replace(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1')]],
    ),
  );
}
