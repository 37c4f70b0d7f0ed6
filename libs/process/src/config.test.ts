import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has a sound default for every setting', () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: 'sqlite:var/redline.sqlite',
      REDLINE_PORT: 8080,
      REDLINE_COLLECT: true,
    });
  });

  it('reports every mistake at once, with the setting it is in', () => {
    const read = () =>
      readConfig({ REDLINE_PORT: 'eighty', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', REDLINE_PROT: '1' });
    expect(read).toThrow(/REDLINE_PORT[\s\S]*|LOG_LEVEL/);
    try {
      read();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      for (const name of ['REDLINE_PORT', 'LOG_LEVEL', 'DATABASE_URL', 'REDLINE_PROT']) expect(message).toContain(name);
    }
  });

  it('never prints the value of a secret', () => {
    expect(() => readConfig({ REDLINE_ADMIN_KEY: 'hunter2', REDLINE_SECRET_KEY: 'not hexadecimal' })).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/hunter2|not hexadecimal/) }),
    );
  });

  it('lets the environment win over the file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'redline-config-')), 'redline.env');
    writeFileSync(path, '# a comment\nREDLINE_PORT=9000\nLOG_LEVEL=warn\n');
    const config = readConfig({ REDLINE_CONFIG_FILE: path, REDLINE_PORT: '9001' });
    expect(config).toMatchObject({ REDLINE_PORT: 9001, LOG_LEVEL: 'warn' });
  });

  it('names the line of a file that is not a setting', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'redline-config-')), 'redline.env');
    writeFileSync(path, 'REDLINE_PORT=9000\nport: 80\n');
    expect(() => readConfig({ REDLINE_CONFIG_FILE: path })).toThrow(/line 2/);
  });

  it('takes a list of networks apart and leaves none out', () => {
    expect(
      readConfig({ REDLINE_ALLOW_PRIVATE_TARGETS: '10.0.0.0/8, 127.0.0.0/8' }).REDLINE_ALLOW_PRIVATE_TARGETS,
    ).toEqual(['10.0.0.0/8', '127.0.0.0/8']);
  });
});
