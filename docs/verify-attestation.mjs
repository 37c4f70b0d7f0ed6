// Checks a statement of Redline without Redline: Node 20 or newer, no packages.
//   node verify-attestation.mjs statement.json <public key of the issuer, 64 hexadecimal digits>
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** RFC 8785: members in the order of their names' UTF-16 code units, no white space. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function check(file, expectedKey) {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  const statement = JSON.parse(text);
  if (`${canonical(statement)}\n` !== text) throw new Error('it is not as it was written');
  const { signature, ...said } = statement;
  if (said.format !== 'redline-attestation/1') throw new Error('its format is not known');
  if (said.key.algorithm !== 'ed25519' || said.key.publicKey !== expectedKey) throw new Error('another key signed it');
  if (!/^[0-9a-f]{128}$/.test(signature)) throw new Error('it has no signature');
  const x = Buffer.from(expectedKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  if (!verify(null, Buffer.from(canonical(said)), key, Buffer.from(signature, 'hex')))
    throw new Error('what it says is not what was signed');
  return said;
}

const [path, expectedKey = ''] = process.argv.slice(2);
try {
  if (!path || !/^[0-9a-f]{64}$/.test(expectedKey)) throw new Error('say: <file> <public key>');
  const { period, sources } = check(readFileSync(path), expectedKey);
  console.log(`valid: ${period.from} to ${period.to}`);
  for (const { source, verdict, because } of sources) console.log(`${verdict}\t${source.id}\t${because.join('; ')}`);
} catch (error) {
  console.log(`INVALID: ${error.message}`);
  process.exitCode = 1;
}
