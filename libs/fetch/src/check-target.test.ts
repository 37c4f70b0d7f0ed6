import { describe, expect, it } from 'vitest';
import { checkTarget } from './check-target.ts';

const resolve = async (hostname: string) => {
  if (hostname === 'gone.example') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  const inner = hostname === 'inner.example';
  return inner
    ? [
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]
    : [{ address: '93.184.215.14', family: 4 }];
};

describe('checkTarget', () => {
  it('permits a name that leads to public addresses', async () => {
    expect(await checkTarget('https://hooks.example/redline', { resolve })).toEqual({ kind: 'permitted' });
  });

  it('refuses a name when one of its addresses is private', async () => {
    expect(await checkTarget('https://inner.example/', { resolve })).toEqual({
      kind: 'refused',
      because: 'blocked_address',
    });
  });

  it.each(['http://0x7f.1/', 'http://2130706433/', 'http://[::ffff:127.0.0.1]/', 'http://[::1]:8080/'])(
    'refuses the literal %s',
    async (url) => {
      expect(await checkTarget(url, { resolve })).toEqual({ kind: 'refused', because: 'blocked_address' });
    },
  );

  it('tells a name that does not exist from a forbidden one', async () => {
    expect(await checkTarget('https://gone.example/', { resolve })).toEqual({ kind: 'refused', because: 'dns' });
  });

  it('permits what the operator allows', async () => {
    expect(await checkTarget('http://127.0.0.1:8080/', { allow: ['127.0.0.0/8'] })).toEqual({ kind: 'permitted' });
  });

  it('refuses what is no address', async () => {
    expect(await checkTarget('hooks.example', { resolve })).toEqual({ kind: 'refused', because: 'bad_url' });
  });
});
