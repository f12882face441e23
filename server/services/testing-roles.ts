/**
 * Who may call which of AMP's endpoints, copied from the table in section 6 of AMP's contract and from nothing of this
 * project: what the desk shows and permits is measured against it. `granted`: a manager for granted assets alone;
 * `account`: whoever is signed in, for the own account; section 1.8's list of a manager's paths leaves it out.
 */
export type Caller = "anybody" | "account" | "issuer" | "manager" | "granted" | "manager-alone";

export const CONTRACT: Record<string, Caller> = {
  "GET /info": "anybody",
  "GET /changelog": "manager",
  "POST /user/obtain_token": "anybody",
  "GET /user/refresh-token": "account",
  "POST /user/change-password": "account",
  "GET /assets/": "issuer",
  "POST /assets/issue": "issuer",
  "GET /assets/{assetUuid}": "granted",
  "PUT /assets/{assetUuid}/edit": "issuer",
  "DELETE /assets/{assetUuid}/delete": "issuer",
  "GET /assets/{assetUuid}/register": "issuer",
  "GET /assets/{assetUuid}/register-authorized": "issuer",
  "PUT /assets/{assetUuid}/lock": "issuer",
  "PUT /assets/{assetUuid}/unlock": "issuer",
  "GET /assets/{assetUuid}/memo": "issuer",
  "POST /assets/{assetUuid}/memo/set": "issuer",
  "GET /assets/{assetUuid}/treasury-addresses": "issuer",
  "POST /assets/{assetUuid}/treasury-addresses/add": "issuer",
  "DELETE /assets/{assetUuid}/treasury-addresses/delete": "issuer",
  "GET /assets/{assetUuid}/utxos": "granted",
  "POST /assets/{assetUuid}/utxos/blacklist": "issuer",
  "POST /assets/{assetUuid}/utxos/whitelist": "issuer",
  "GET /assets/{assetUuid}/activities": "granted",
  "GET /assets/{assetUuid}/txs": "issuer",
  "GET /assets/{assetUuid}/txs/{txid}": "issuer",
  "GET /assets/{assetUuid}/ownerships": "issuer",
  "GET /assets/{assetUuid}/balance": "granted",
  "GET /assets/{assetUuid}/summary": "granted",
  "GET /assets/{assetUuid}/lost-outputs": "issuer",
  "POST /assets/{assetUuid}/update-blinders": "issuer",
  "POST /assets/{assetUuid}/reissue-request": "issuer",
  "POST /assets/{assetUuid}/reissue-confirm": "issuer",
  "GET /assets/{assetUuid}/reissuances": "issuer",
  "POST /assets/{assetUuid}/burn-request": "issuer",
  "POST /assets/{assetUuid}/burn-confirm": "issuer",
  "GET /assets/{assetUuid}/assignments": "granted",
  "POST /assets/{assetUuid}/assignments/create": "granted",
  "GET /assets/{assetUuid}/assignments/{assignmentId}": "granted",
  "PUT /assets/{assetUuid}/assignments/{assignmentId}/lock": "granted",
  "PUT /assets/{assetUuid}/assignments/{assignmentId}/unlock": "granted",
  "DELETE /assets/{assetUuid}/assignments/{assignmentId}/delete": "granted",
  "GET /assets/{assetUuid}/distributions": "issuer",
  "GET /assets/{assetUuid}/distributions/create/": "issuer",
  "GET /assets/{assetUuid}/distributions/{distributionUuid}": "issuer",
  "POST /assets/{assetUuid}/distributions/{distributionUuid}/confirm": "issuer",
  "DELETE /assets/{assetUuid}/distributions/{distributionUuid}/cancel": "issuer",
  "GET /registered_users/": "manager",
  "POST /registered_users/add": "manager",
  "GET /registered_users/{registeredUserId}": "manager",
  "PUT /registered_users/{registeredUserId}/edit": "manager",
  "DELETE /registered_users/{registeredUserId}/delete": "manager",
  "GET /registered_users/{registeredUserId}/summary": "granted",
  "GET /registered_users/{registeredUserId}/gaids": "manager",
  "POST /registered_users/{registeredUserId}/gaids/add": "manager",
  "POST /registered_users/{registeredUserId}/gaids/set-default": "manager",
  "GET /gaids/{gaid}/validate": "manager",
  "GET /gaids/{gaid}/address": "issuer",
  "GET /gaids/{gaid}/registered_user": "issuer",
  "GET /gaids/{gaid}/balance": "issuer",
  "GET /gaids/{gaid}/balance/{assetUuid}": "issuer",
  "GET /categories": "manager",
  "POST /categories/add": "issuer",
  "GET /categories/{categoryId}": "manager",
  "PUT /categories/{categoryId}/edit": "issuer",
  "DELETE /categories/{categoryId}/delete": "issuer",
  "PUT /categories/{categoryId}/registered_users/{registeredUserId}/add": "issuer",
  "PUT /categories/{categoryId}/registered_users/{registeredUserId}/remove": "issuer",
  "PUT /categories/{categoryId}/assets/{assetUuid}/add": "issuer",
  "PUT /categories/{categoryId}/assets/{assetUuid}/remove": "issuer",
  "GET /managers": "issuer",
  "POST /managers/create": "issuer",
  "GET /managers/me": "manager-alone",
  "GET /managers/{managerId}": "issuer",
  "PUT /managers/{managerId}/lock": "issuer",
  "PUT /managers/{managerId}/unlock": "issuer",
  "POST /managers/{managerId}/change-password": "issuer",
  "PUT /managers/{managerId}/assets/{assetUuid}/add": "issuer",
  "PUT /managers/{managerId}/assets/{assetUuid}/remove": "issuer",
};

const PATTERNS = Object.entries(CONTRACT)
  // Paths without a placeholder first: `/managers/me` is no manager's id.
  .sort(([one], [other]) => one.split("{").length - other.split("{").length)
  .map(([endpoint, caller]) => ({
    endpoint,
    caller,
    pattern: new RegExp(`^${endpoint.replace("/", "\\/").replace(/\{\w+\}/g, "([^/]+)")}$`),
  }));

/** A call of AMP as the contract knows it. @param call "GET /assets/…", without the query */
export function inContract(call: string): { endpoint: string; caller: Caller } {
  const found = PATTERNS.find(({ pattern }) => pattern.test(call));
  if (!found) throw new Error(`${call} is not in the contract.`);
  return found;
}

/** @param granted the uuids of the assets that the manager was granted */
export function mayManagerCall(call: string, granted: readonly string[]): boolean {
  const { endpoint, caller } = inContract(call);
  if (caller !== "granted") return !["issuer", "account"].includes(caller);
  // A user's summary names no asset: AMP answers with the granted ones alone.
  if (!endpoint.includes("{assetUuid}")) return true;
  return granted.some((uuid) => call.includes(`/assets/${uuid}`));
}
