import type { Handlers } from "./call";

const CHANGELOG = {
  "0.1.0": "Add lock and unlock of assignments, vesting, changelog, gaid validation and memo.\n",
  "0.1.1": "Add issuer_authorization_endpoint.\n",
  "0.1.10": "Add transactions of an asset.\n",
  "0.1.11": "Transactions: add asset_id and rows of the reissuance token.\n",
  "0.1.12": "Transactions: add unblinded_url. Add update-blinders.\n",
  "0.1.13": "Assignments: add GAID.\n",
  "0.1.2": "Add precision.\n",
  "0.1.3": "Summary: add blacklisted.\n",
  "0.1.4": "Add lock and unlock of assets, address of a gaid.\n",
  "0.1.5": "Add lost-outputs, refresh-token, change-password and managers.\n",
  "0.1.6": "Add category paths, registered user of a gaid.\n",
  "0.1.7": "One assignment per call. Rename investors to registered users.\n",
  "0.1.8": "Add vesting_timestamp and reissuance_token_id.\n",
  "0.1.9": "Activities: add blinders.\n",
};

export const infoHandlers = {
  getInfo: async () => ({ version: "0.1.13", notes: "sandbox" }),
  getChangelog: async () => CHANGELOG,
} satisfies Handlers;
