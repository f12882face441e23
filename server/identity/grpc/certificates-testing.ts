import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** Certificates for tests: ECDSA on P-256, good for a day. */

export interface Certified {
  certificate: Buffer;
  key: Buffer;
}
interface Authority {
  name: string;
  privateKey: KeyObject;
}

const length = (size: number): number[] => (size < 128 ? [size] : [0x82, size >> 8, size & 0xff]);
const tag = (kind: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([kind, ...length(body.length)]), body]);
};
const sequence = (...parts: Uint8Array[]) => tag(0x30, ...parts);
const oid = (hex: string) => tag(0x06, Buffer.from(hex, "hex"));
const time = (date: Date) =>
  tag(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, "")}Z`));
const nameOf = (name: string) => sequence(tag(0x31, sequence(oid("550403"), tag(0x0c, Buffer.from(name)))));

const ECDSA_SHA256 = sequence(oid("2a8648ce3d040302"));
const IS_AUTHORITY = extension("551d13", sequence(Buffer.from([0x01, 0x01, 0xff])));
const FOR_LOCALHOST = extension("551d11", sequence(tag(0x82, Buffer.from("localhost"))));

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), tag(0x04, value));
}

/** A certificate authority and what it signed: for `localhost` and for a client. */
export function makeCertificates() {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const authority = { name: "authority", privateKey: keys.privateKey };
  return {
    authority: pem("CERTIFICATE", certify("authority", keys.publicKey, authority, IS_AUTHORITY)),
    server: issue("localhost", authority),
    client: issue("client", authority),
  };
}

function issue(name: string, authority: Authority): Certified {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    certificate: pem("CERTIFICATE", certify(name, publicKey, authority, FOR_LOCALHOST)),
    key: Buffer.from(privateKey.export({ type: "pkcs8", format: "pem" })),
  };
}

function certify(name: string, key: KeyObject, authority: Authority, more: Buffer): Buffer {
  const day = 86_400_000;
  const validity = sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + day)));
  const body = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ...[ECDSA_SHA256, nameOf(authority.name), validity, nameOf(name)],
    key.export({ type: "spki", format: "der" }),
    tag(0xa3, sequence(more)),
  );
  const signature = sign("sha256", body, authority.privateKey);
  return sequence(body, ECDSA_SHA256, tag(0x03, Buffer.from([0]), signature));
}

const pem = (kind: string, der: Buffer) =>
  Buffer.from(`-----BEGIN ${kind}-----\n${der.toString("base64")}\n-----END ${kind}-----\n`);
