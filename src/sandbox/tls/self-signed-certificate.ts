import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** Both in PEM. */
export interface Certificate {
  key: string;
  certificate: string;
}

const validDays = 397;

/** One DER element: tag, length, content. */
function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bitString = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes);
const boolean = (value: boolean) => der(0x01, Buffer.from([value ? 0xff : 0]));
const utcTime = (instant: Date) =>
  der(0x17, Buffer.from(`${instant.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const ids = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  subjectAlternativeName: '551d11',
  basicConstraints: '551d13',
  keyUsage: '551d0f',
  extendedKeyUsage: '551d25',
  serverAuthentication: '2b06010505070301',
};

const name = (commonName: string) =>
  sequence(der(0x31, sequence(objectId(ids.commonName), der(0x0c, Buffer.from(commonName)))));

const extension = (id: string, critical: boolean, value: Uint8Array) =>
  sequence(objectId(id), ...(critical ? [boolean(true)] : []), der(0x04, value));

const dnsName = (host: string) => der(0x82, Buffer.from(host));
const address = (...bytes: number[]) => der(0x87, Buffer.from(bytes));

function extensions(): Buffer {
  const loopback6 = [...Array<number>(15).fill(0), 1];
  return der(
    0xa3,
    sequence(
      extension(
        ids.subjectAlternativeName,
        false,
        sequence(dnsName('localhost'), address(127, 0, 0, 1), address(...loopback6)),
      ),
      // Its own authority, and nobody else's: whoever trusts it trusts this one host.
      extension(ids.basicConstraints, true, sequence(boolean(true), der(0x02, Buffer.from([0])))),
      extension(ids.keyUsage, true, der(0x03, Buffer.from([2, 0b1000_0100]))),
      extension(ids.extendedKeyUsage, false, sequence(objectId(ids.serverAuthentication))),
    ),
  );
}

const toPem = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${(bytes.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

/**
 * A certificate for `localhost` that vouches for itself, valid for 397 days from `now` (RFC 5280). Node writes no
 * certificates, and this one is small enough not to need a library.
 */
export function makeLocalhostCertificate(now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = randomBytes(15);
  // Positive and in the shortest form.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const algorithm = sequence(objectId(ids.ecdsaWithSha256));
  const self = name('localhost (stand-in tenant)');
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    self,
    sequence(utcTime(new Date(now.getTime() - 86_400_000)), utcTime(new Date(now.getTime() + validDays * 86_400_000))),
    self,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: toPem(sequence(body, algorithm, bitString(sign('sha256', body, privateKey)))),
  };
}
