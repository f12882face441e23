import type { ChainList } from "@/lib/contracts/identity/chains";
import type { Identity } from "../service";
import { knownChains } from "./list";

/** GET /chains: the chains that are set up, and for what. */
export function listChains({ chains, config }: Identity): ChainList {
  const ids = Object.keys(config.chains).filter((id) => id in knownChains);
  const { isEnabled, siteKey } = config.recaptcha;
  return {
    chains: ids.map((id) => ({
      chainId: BigInt(id),
      name: knownChains[id]?.name ?? id,
      whitelist: chains.can(BigInt(id), "whitelist"),
      faucet: chains.can(BigInt(id), "faucet"),
      autoInvest: chains.can(BigInt(id), "autoInvest"),
    })),
    recaptchaSiteKey: isEnabled ? siteKey : null,
    testKyc: config.testKyc,
    documents: config.pinata.jwt !== "",
  };
}
