import type { ControlRoute } from "../route";
import { callRoutes } from "./calls";
import { chainRoutes } from "./chain";
import { stateRoutes } from "./state";
import { switchRoutes } from "./switches";
import { walletRoutes } from "./wallets";

/** Every control call. Amounts of L-BTC are decimals, of other assets whole sats. */
export const controlRoutes: ControlRoute[] = [
  ...stateRoutes,
  ...chainRoutes,
  ...walletRoutes,
  ...callRoutes,
  ...switchRoutes,
];
