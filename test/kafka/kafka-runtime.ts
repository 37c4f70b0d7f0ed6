import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const POM = join(import.meta.dirname, 'pom.xml');
const CACHE = join(import.meta.dirname, '..', '..', 'var', 'kafka');
const IMAGE = 'apache/kafka:4.1.1';
const DOWNLOAD_LIMIT_MS = 300_000;

/** How a Java class of Apache Kafka is started on this machine. */
export type KafkaRuntime =
  | { readonly kind: 'docker'; readonly image: string; readonly classpath: string }
  | { readonly kind: 'java'; readonly classpath: string };

/**
 * The image where a Docker engine answers, else the jars of Maven Central.
 * @throws Error that names what is missing when neither works here.
 */
export async function findKafkaRuntime(): Promise<KafkaRuntime> {
  const engine = await run('docker', ['info'], { timeout: 10_000 }).catch(() => undefined);
  if (engine) return { kind: 'docker', image: IMAGE, classpath: '/opt/kafka/libs/*' };
  await run('java', ['-version']).catch((cause: unknown) => {
    throw new Error('neither a Docker engine nor a Java runtime is here', { cause });
  });
  return { kind: 'java', classpath: join(await fetchJars(), '*') };
}

/** Jars are kept between runs, in a folder named by the pom: another version never meets an old jar. */
async function fetchJars(): Promise<string> {
  const jars = join(CACHE, createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12));
  if (existsSync(jars)) return jars;
  const loading = `${jars}.loading-${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  const args = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  try {
    await run('mvn', [...args, `-DoutputDirectory=${loading}`], { timeout: DOWNLOAD_LIMIT_MS });
    if (!existsSync(jars)) renameSync(loading, jars);
  } catch (cause) {
    throw new Error('Maven could not fetch the jars of Apache Kafka', { cause });
  } finally {
    rmSync(loading, { recursive: true, force: true });
  }
  return jars;
}
