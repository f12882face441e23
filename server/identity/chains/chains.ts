import { createPublicClient, http, type PublicClient } from "viem";
import type { IdentityConfig } from "../config";
import { businessError, type Refusal } from "../errors";
import type { Fixes } from "../fixes";
import { printChain } from "../printing";
import { knownChains } from "./list";
import type { ChainSettings } from "./settings";

/** What a chain may be used for; `read` needs nothing but a node. */
export type ChainFeature = "read" | "whitelist" | "faucet" | "autoInvest";

export interface UsableChain {
  id: bigint;
  rpcUrl: string;
  settings: ChainSettings;
}

export interface Chains {
  isKnown(id: bigint): boolean;
  /** @throws Refusal 500 0401 for an unknown chain, 500 0402 when its settings do not suffice */
  require(id: bigint, feature: ChainFeature): UsableChain;
  can(id: bigint, feature: ChainFeature): boolean;
  /** A client of the chain's node, for reads. @throws Refusal as above */
  client(id: bigint): PublicClient;
}

const TIMEOUT_MS = 10_000;

export function chainBook(config: IdentityConfig, fixes: Fixes): Chains {
  const clients = new Map<string, PublicClient>();
  const settingsOf = (id: bigint) => config.chains[`${id}`] ?? {};
  const neededFor = (feature: ChainFeature) => (fixes.chainPerFeature ? [feature] : ALL);
  const isReady = (id: bigint, feature: ChainFeature) =>
    isComplete(config, settingsOf(id), neededFor(feature)) &&
    (feature !== "faucet" || !fixes.faucetOnTestChains || isTestChain(id, settingsOf(id)));
  const require = (id: bigint, feature: ChainFeature): UsableChain => {
    const known = knownChains[`${id}`];
    if (!known) throw chainError(fixes, "0401", id, "not supported");
    if (!isReady(id, feature)) throw chainError(fixes, "0402", id, "is not fully configured");
    const settings = settingsOf(id);
    return { id, settings, rpcUrl: settings.rpcUrl ?? rpcUrlOf(id, config.infuraId) };
  };
  return {
    isKnown: (id) => `${id}` in knownChains,
    require,
    can: (id, feature) => `${id}` in knownChains && isReady(id, feature),
    client: (id) => {
      const { rpcUrl } = require(id, "read");
      const client =
        clients.get(rpcUrl) ??
        createPublicClient({
          // a contract that anybody names could have this server fetch any URL (CCIP-Read)
          ccipRead: false,
          transport: http(rpcUrl, { timeout: TIMEOUT_MS, retryCount: 0 }),
        });
      clients.set(rpcUrl, client);
      return client;
    },
  };
}

const isTestChain = (id: bigint, { testnet }: ChainSettings): boolean =>
  testnet ?? knownChains[`${id}`]?.isTest ?? false;

/** The public node of a known chain, or Infura's where it has one and an id is set. */
export function rpcUrlOf(id: bigint, infuraId: string): string {
  const { rpcUrl = "", infuraUrl = null } = knownChains[`${id}`] ?? {};
  return infuraUrl && infuraId.trim() ? `${infuraUrl}${infuraId}` : rpcUrl;
}

/** Without the fix a chain works for everything or for nothing. */
const ALL: ChainFeature[] = ["whitelist", "faucet", "autoInvest"];

function isComplete(config: IdentityConfig, settings: ChainSettings, features: ChainFeature[]): boolean {
  const has: Record<ChainFeature, boolean> = {
    read: true,
    whitelist: Boolean(settings.walletApproverPrivateKey && settings.walletApproverServiceAddress),
    faucet: Boolean(config.faucetEnabled && settings.faucetCallerPrivateKey && settings.faucetServiceAddress),
    autoInvest: Boolean(
      config.autoInvestEnabled && settings.autoInvestPrivateKey && settings.autoInvestServiceAddress,
    ),
  };
  return features.every((feature) => has[feature]);
}

const chainError = (fixes: Fixes, code: "0401" | "0402", id: bigint, words: string): Refusal =>
  businessError(code, `Chain ID: ${printChain({ fixes }, id)} ${words}`, 500);
