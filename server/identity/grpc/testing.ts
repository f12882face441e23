import { type ChannelCredentials, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { identityService } from "./server";
import type { UserResponse } from "./users";

export interface Answered {
  /** gRPC's status; 0 = OK. */
  code: number;
  users: UserResponse[];
}

type Callback = (error: ServiceError | null, answer?: { users: UserResponse[] }) => void;

/** Asks for users as another service of the platform would. */
export async function askUsers(
  port: number,
  addresses: string[],
  token?: string,
  channel: ChannelCredentials = credentials.createInsecure(),
): Promise<Answered> {
  const client = new (identityService())(`localhost:${port}`, channel);
  const metadata = new Metadata();
  if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
  const options = { deadline: Date.now() + 5_000 };
  try {
    return await new Promise((resolve) => {
      const done: Callback = (error, answer) =>
        resolve({ code: error?.code ?? 0, users: answer?.users ?? [] });
      (client.GetUsers as (...given: unknown[]) => void)({ addresses }, metadata, options, done);
    });
  } finally {
    client.close();
  }
}
