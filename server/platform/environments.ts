import type { EnvironmentName } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { deskEnv } from "./env";

export type NetworkName = "liquid" | "testnet" | "regtest";

/** One AMP instance with the chain it stands on and, if configured, the treasury node of one account. */
export interface Environment {
  name: EnvironmentName;
  /** AMP's base URL without a trailing slash, e.g. https://amp.blockstream.com/api */
  ampUrl: string;
  network: NetworkName;
  node: NodeConfig | null;
  /** Block explorer without a trailing slash; /tx/{txid} is put behind it. */
  explorerUrl: string | null;
}

export interface NodeConfig {
  /** May carry credentials: never printed, see `server/elements/rpc.ts`. */
  url: string;
  /** The AMP user name (or numeric AMP user id) of the one workspace that may use this wallet. */
  account: string;
}

/** The environments this deployment configures, in the order in which sign-in offers them. */
export function environments(): Environment[] {
  const env = deskEnv();
  const all = [
    {
      name: "live",
      ampUrl: env.AMP_LIVE_URL,
      network: "liquid",
      nodeUrl: env.AMP_LIVE_NODE_URL,
      account: env.AMP_LIVE_NODE_ACCOUNT,
      explorer: env.AMP_LIVE_EXPLORER_URL,
    },
    {
      name: "testnet",
      ampUrl: env.AMP_TESTNET_URL,
      network: "testnet",
      nodeUrl: env.AMP_TESTNET_NODE_URL,
      account: env.AMP_TESTNET_NODE_ACCOUNT,
      explorer: env.AMP_TESTNET_EXPLORER_URL,
    },
    {
      name: "sandbox",
      ampUrl: env.AMP_SANDBOX_URL,
      network: env.AMP_SANDBOX_NETWORK,
      nodeUrl: env.AMP_SANDBOX_NODE_URL,
      account: env.AMP_SANDBOX_NODE_ACCOUNT,
      explorer: env.AMP_SANDBOX_EXPLORER_URL,
    },
  ] as const;
  return all.flatMap(({ name, ampUrl, network, nodeUrl, account, explorer }) =>
    ampUrl === undefined
      ? []
      : [
          {
            name,
            network,
            ampUrl: ampUrl.replace(/\/+$/, ""),
            node: nodeUrl && account ? { url: nodeUrl, account } : null,
            explorerUrl: explorer?.replace(/\/+$/, "") ?? null,
          },
        ],
  );
}

export function findEnvironment(name: string): Environment | null {
  return environments().find((environment) => environment.name === name) ?? null;
}

/** @throws AppError UNAVAILABLE when the deployment no longer configures it */
export function requireEnvironment(name: string): Environment {
  const environment = findEnvironment(name);
  if (environment) return environment;
  throw new AppError("UNAVAILABLE", errorsText.environmentGone);
}
