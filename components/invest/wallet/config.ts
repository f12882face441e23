import type { Chain } from "viem";
import {
  type Config,
  type CreateConnectorFn,
  createConfig,
  createStorage,
  injected,
  unstable_connector,
} from "wagmi";
import { walletConnect } from "wagmi/connectors/walletConnect";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { commonText } from "@/lib/messages/common";

const STORAGE_KEY = "ampdesk.wallet";

/** A chain as far as a wallet must know it: everything is read and sent through the wallet, never by an RPC of ours. */
const toChain = ({ chainId, name }: WalletSetup["chains"][number]): Chain => ({
  id: chainId,
  name,
  nativeCurrency: { name, symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
});

let made: Config | undefined;

/** The one connection of this page, whichever part of it asks. */
export function walletConfig({ chains: known }: WalletSetup): Config {
  if (made) return made;
  const [first = toChain({ chainId: 1, name: "Ethereum" }), ...rest] = known.map(toChain);
  const chains = [first, ...rest] as const;
  made = createConfig({
    chains,
    connectors: [injected()],
    storage: createStorage({ key: STORAGE_KEY, storage: window.localStorage }),
    transports: Object.fromEntries(chains.map(({ id }) => [id, unstable_connector(injected)])),
  });
  return made;
}

/**
 * Made when somebody chooses it and not with the rest, because a WalletConnect connector speaks to its relay as soon
 * as it exists. A Safe is connected by pasting the link that `onLink` receives.
 */
export const walletConnectConnector =
  (projectId: string, onLink: (link: string) => void): CreateConnectorFn =>
  (config) => {
    config.emitter.on("message", ({ type, data }) => {
      if (type === "display_uri") onLink(String(data));
    });
    return walletConnect({
      projectId,
      showQrModal: false,
      metadata: {
        name: commonText.product,
        description: commonText.description,
        url: window.location.origin,
        icons: [`${window.location.origin}/mark.svg`],
      },
    })(config);
  };
