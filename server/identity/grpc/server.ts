import { createHash, timingSafeEqual } from "node:crypto";
import path from "node:path";
import {
  type GrpcObject,
  loadPackageDefinition,
  logVerbosity,
  type Metadata,
  Server,
  ServerCredentials,
  type ServiceClientConstructor,
  type ServiceDefinition,
  type sendUnaryData,
  setLogVerbosity,
  status,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import type { Identity } from "../service";
import type { GrpcSettings } from "./settings";
import { getUsers, type UserResponse } from "./users";

/** The files of the service lie beside the process's working directory, bundled or not. */
const PROTO = path.resolve("server/identity/grpc/identity.proto");
/** As the original has them. */
const KEEP_ALIVE = { "grpc.keepalive_time_ms": 30_000, "grpc.keepalive_timeout_ms": 15_000 };

/** The client of `IdentityService`, and through it its methods. */
export function identityService(): ServiceClientConstructor {
  const definition = loadSync(PROTO, { keepCase: true, longs: Number, defaults: true });
  const root = loadPackageDefinition(definition) as GrpcObject;
  const place = ["com", "ampnet", "identityservice", "proto", "IdentityService"];
  return place.reduce<unknown>(
    (inner, name) => (inner as GrpcObject)[name],
    root,
  ) as ServiceClientConstructor;
}

export interface RunningGrpc {
  port: number;
  close(): Promise<void>;
}

interface Call {
  request: { addresses: string[] };
  metadata: Metadata;
}

/** Serves `GetUsers`. @throws Error when the port is taken */
export async function startGrpc(identity: Identity, settings: GrpcSettings): Promise<RunningGrpc> {
  // it would write lines of its own among those of the log
  setLogVerbosity(logVerbosity.NONE);
  const server = new Server(KEEP_ALIVE);
  const { service } = identityService() as { service: ServiceDefinition };
  server.addService(service, {
    GetUsers: (call: Call, answer: sendUnaryData<{ users: UserResponse[] }>) => {
      if (!isAllowed(settings.token, call.metadata)) {
        return answer({ code: status.UNAUTHENTICATED, details: "The token is missing or another one." });
      }
      getUsers(identity, call.request.addresses).then(
        (users) => answer(null, { users }),
        (error: unknown) => answer(refusalOf(error)),
      );
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${settings.host}:${settings.port}`, credentialsOf(settings), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, close: () => close(server) };
}

/** Lets running calls finish, but not for long. */
async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.forceShutdown(), 2_000);
  await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  clearTimeout(timer);
}

function credentialsOf({ tls }: GrpcSettings): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const pair = [{ private_key: tls.key, cert_chain: tls.certificate }];
  return ServerCredentials.createSsl(tls.clientAuthority, pair, tls.clientAuthority !== null);
}

function isAllowed(token: string | null, metadata: Metadata): boolean {
  if (token === null) return true;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const [given = ""] = metadata.get("authorization");
  return timingSafeEqual(digest(String(given)), digest(`Bearer ${token}`));
}

function refusalOf(error: unknown): { code: status; details: string } {
  const cause = causeOf(error);
  if (cause && isDataException(cause)) return { code: status.INVALID_ARGUMENT, details: "No address." };
  log.error("identity.grpc-failed", { reason: reasonOf(error) });
  return { code: status.INTERNAL, details: "It did not work." };
}
