import { readFileSync } from "node:fs";

/** How other services of the platform reach the users over gRPC. */
export interface GrpcSettings {
  host: string;
  port: number;
  /** Callers send it as `authorization: Bearer <token>`. */
  token: string | null;
  /** PEM; null = in clear. */
  tls: { certificate: Buffer; key: Buffer; clientAuthority: Buffer | null } | null;
}

interface GrpcEnv {
  IDENTITY_STRICT: boolean;
  IDENTITY_GRPC_PORT?: number | undefined;
  IDENTITY_GRPC_HOST: string;
  IDENTITY_GRPC_TOKEN?: string | undefined;
  IDENTITY_GRPC_TLS_CERT?: string | undefined;
  IDENTITY_GRPC_TLS_KEY?: string | undefined;
  IDENTITY_GRPC_TLS_CLIENT_CA?: string | undefined;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/**
 * null without a port: nothing is served then.
 * @throws Error when anybody in the network could read personal data, or a file cannot be read
 */
export function grpcSettings(env: GrpcEnv): GrpcSettings | null {
  if (env.IDENTITY_GRPC_PORT === undefined) return null;
  const { IDENTITY_GRPC_TLS_CERT: certificate, IDENTITY_GRPC_TLS_KEY: key } = env;
  const authority = env.IDENTITY_GRPC_TLS_CLIENT_CA;
  if (Boolean(certificate) !== Boolean(key) || (authority && !certificate)) {
    throw new Error("IDENTITY_GRPC_TLS_CERT, IDENTITY_GRPC_TLS_KEY and what builds on them belong together.");
  }
  const settings: GrpcSettings = {
    host: env.IDENTITY_GRPC_HOST,
    port: env.IDENTITY_GRPC_PORT,
    token: env.IDENTITY_GRPC_TOKEN ?? null,
    tls:
      certificate && key
        ? {
            certificate: readFileSync(certificate),
            key: readFileSync(key),
            clientAuthority: authority ? readFileSync(authority) : null,
          }
        : null,
  };
  const isOpen = settings.token === null && !settings.tls?.clientAuthority;
  // the original asked nobody who they are
  if (isOpen && !LOOPBACK.includes(settings.host) && !env.IDENTITY_STRICT) {
    throw new Error(
      "gRPC hands out personal data: beyond this host it needs IDENTITY_GRPC_TOKEN or IDENTITY_GRPC_TLS_CLIENT_CA.",
    );
  }
  return settings;
}
