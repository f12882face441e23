import { randomUUID } from "node:crypto";
import type { Wire } from "@/server/platform/testing";
import { type KillableSandbox, Unanswered, untilAnswered } from "./testing";

/** Every write that was answered, in the answer's own words. */
export interface Journal {
  users: { id: number; name: string }[];
  categories: { id: number; name: string }[];
  members: { category: number; user: number }[];
  assignments: { id: number; user: number; amount: number }[];
  payments: { txid: string; comment: string }[];
  blocks: { height: number; hash: string }[];
  distributions: { uuid: string; txid: string }[];
  reissuances: { txid: string; amount: number }[];
  burns: { txid: string; amount: number }[];
}

export interface Scene {
  sandbox: KillableSandbox;
  journal: Journal;
  assetUuid: string;
  assetId: string;
}

export const journalOf = (): Journal => ({
  users: [],
  categories: [],
  members: [],
  assignments: [],
  payments: [],
  blocks: [],
  distributions: [],
  reissuances: [],
  burns: [],
});

/** An issued, authorized asset whose users need no category. */
export async function setScene(sandbox: KillableSandbox): Promise<Scene> {
  const address = () => sandbox.rpc("getnewaddress");
  const asset = await sandbox.amp("POST", "/assets/issue", {
    name: "Kill Proof Note",
    amount: 100_000_000,
    destination_address: await address(),
    is_confidential: true,
    transfer_restricted: true,
    is_reissuable: true,
    reissuance_amount: 1,
    reissuance_address: await address(),
  });
  await sandbox.control("POST", "/mine", { blocks: 3 });
  await sandbox.amp("GET", `/assets/${asset.asset_uuid}/register-authorized`);
  return { sandbox, journal: journalOf(), assetUuid: asset.asset_uuid, assetId: asset.asset_id };
}

/** Registers people. */
export async function writeUser({ sandbox, journal }: Scene): Promise<void> {
  const { gaid } = await sandbox.control("POST", "/wallets", {});
  const name = `Person ${journal.users.length} ${randomUUID()}`;
  const { id } = await sandbox.amp("POST", "/registered_users/add", { name, is_company: false, GAID: gaid });
  journal.users.push({ id, name });
}

/** Makes a category and puts somebody into it. */
export async function writeCategory({ sandbox, journal }: Scene): Promise<void> {
  const name = `Group ${randomUUID()}`;
  const { id } = await sandbox.amp("POST", "/categories/add", { name, description: "" });
  journal.categories.push({ id, name });
  const user = journal.users.at(-1)?.id;
  if (user === undefined) return;
  await sandbox.amp("PUT", `/categories/${id}/registered_users/${user}/add`);
  journal.members.push({ category: id, user });
}

/** Pays L-BTC to the wallet itself. */
export async function writePayment({ sandbox, journal }: Scene): Promise<void> {
  const comment = randomUUID();
  const address = await sandbox.rpc("getnewaddress");
  const txid = await sandbox.rpc("sendmany", ["", { [address]: 0.00001 }, 0, comment]);
  journal.payments.push({ txid, comment });
}

export async function writeBlock({ sandbox, journal }: Scene): Promise<void> {
  journal.blocks.push(await sandbox.control("POST", "/mine", { blocks: 1 }));
}

/** The treasury's work in turn: each order is carried on after a kill as its script would, by looking first. */
export async function writeOrders(scene: Scene): Promise<void> {
  await distribute(scene);
  await reissue(scene);
  await burn(scene);
}

async function distribute({ sandbox, journal, assetUuid, assetId }: Scene): Promise<void> {
  const base = `/assets/${assetUuid}`;
  await cancelOpen(sandbox, base);
  const user = journal.users.at(-1)?.id;
  if (user === undefined) return;
  const amount = 1 + Math.floor(Math.random() * 50);
  const draft = { registered_user: user, amount, ready_for_distribution: true };
  const [{ id }] = await sandbox.amp("POST", `${base}/assignments/create`, { assignments: [draft] });
  journal.assignments.push({ id, user, amount });
  const order = await sandbox.amp("GET", `${base}/distributions/create/`);
  const { map_address_amount: amounts, map_address_asset: assets, distribution_uuid: uuid } = order;
  const send = () => sandbox.rpc("sendmany", ["", amounts, 0, uuid, [], false, 1, "UNSET", assets]);
  const txid = await sendOnce(sandbox, uuid, send);
  journal.payments.push({ txid, comment: uuid });
  await confirm(sandbox, `${base}/distributions/${uuid}/confirm`, txid, async () => ({
    tx_data: { txid, details: (await sandbox.rpc("gettransaction", [txid])).details },
    change_data: await changeOf(sandbox, txid, assetId),
  }));
  journal.distributions.push({ uuid, txid });
}

/** Orders whose answer got lost; nothing was ever sent for them. */
async function cancelOpen(sandbox: KillableSandbox, base: string): Promise<void> {
  for (const { distribution_uuid, distribution_status } of await sandbox.amp(
    "GET",
    `${base}/distributions`,
  )) {
    if (distribution_status === "UNCONFIRMED")
      await untilAnswered(() => cancel(sandbox, `${base}/distributions/${distribution_uuid}/cancel`));
  }
}

/** A cancel that was not answered may have happened; then the second one finds nothing. */
async function cancel(sandbox: KillableSandbox, path: string): Promise<void> {
  await sandbox.amp("DELETE", path).catch((error: unknown) => {
    if (error instanceof Unanswered || !/answered 40[04]/.test(String(error))) throw error;
  });
}

async function reissue({ sandbox, journal, assetUuid, assetId }: Scene): Promise<void> {
  const amount = 7;
  await sandbox.amp("POST", `/assets/${assetUuid}/reissue-request`, { amount_to_reissue: amount });
  const known = new Set(journal.reissuances.map(({ txid }) => txid));
  const issuances = async (): Promise<Wire[]> =>
    (await sandbox.rpc("listissuances", [assetId])).filter(
      (entry: Wire) => entry.isreissuance && !known.has(entry.txid),
    );
  const send = () => sandbox.rpc("reissueasset", [assetId, amount / 1e8]);
  const { txid, vin } = await untilSent(send, async () => (await issuances())[0]);
  await confirm(sandbox, `/assets/${assetUuid}/reissue-confirm`, txid, async () => ({
    details: (await sandbox.rpc("gettransaction", [txid])).details,
    listissuances: await sandbox.rpc("listissuances", [assetId]),
    reissuance_output: { txid, vin },
  }));
  journal.reissuances.push({ txid, amount });
}

async function burn({ sandbox, journal, assetUuid, assetId }: Scene): Promise<void> {
  const [amount, comment] = [3, randomUUID()];
  await sandbox.amp("POST", `/assets/${assetUuid}/burn-request`, { amount });
  const txid = await sendOnce(sandbox, comment, () =>
    sandbox.rpc("destroyamount", [assetId, amount / 1e8, comment]),
  );
  await confirm(sandbox, `/assets/${assetUuid}/burn-confirm`, txid, async () => ({
    tx_data: { txid },
    change_data: await changeOf(sandbox, txid, assetId),
  }));
  journal.burns.push({ txid, amount });
}

/** Sends again only after a look at the wallet has shown that nothing was sent. */
function sendOnce(sandbox: KillableSandbox, comment: string, send: () => Promise<string>): Promise<string> {
  return untilSent(send, async () => {
    const entries: Wire[] = await sandbox.rpc("listtransactions", ["*", 100_000]);
    return entries.find((entry) => entry.comment === comment)?.txid;
  });
}

async function untilSent<T>(send: () => Promise<T>, find: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      const sent = await untilAnswered(find);
      if (sent !== undefined) return sent;
    }
  }
}

async function changeOf(sandbox: KillableSandbox, txid: string, assetId: string): Promise<Wire[]> {
  const coins: Wire[] = await sandbox.rpc("listunspent", [0]);
  return coins.filter((coin) => coin.txid === txid && coin.asset === assetId);
}

/** Waits for two blocks and confirms; a confirm may be repeated. */
async function confirm(sandbox: KillableSandbox, path: string, txid: string, payload: () => Promise<Wire>) {
  const confirmations = async () => (await sandbox.rpc("gettransaction", [txid])).confirmations;
  while ((await untilAnswered(confirmations)) < 2) {
    await sandbox.control("POST", "/mine", { blocks: 1 }).catch(() => {});
  }
  await untilAnswered(async () => sandbox.amp("POST", path, await payload()));
}
