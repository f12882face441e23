import { findAssetByUuid } from "../amp/asset-store";
import { trackTransaction } from "../amp/books";
import { addressOfScript } from "../ledger/address";
import { buildTransaction } from "../ledger/builder";
import { fromHex } from "../ledger/bytes";
import type { Draft } from "../ledger/coin";
import { GREEN_SERVICE, gaidOwner, keysOf, newScript, walletOwner } from "../ledger/keyring";
import { networkFacts } from "../ledger/networks";
import { broadcast, signAll } from "../ledger/payment";
import { totalOf } from "../ledger/selection";
import { unspentOf } from "../ledger/store";
import { feeForWeight, transactionWeight } from "../ledger/weight";
import { loadZkp } from "../ledger/zkp";
import type { Unit } from "../world";
import { TREASURY_WALLET } from "./accounts";
import type { Director } from "./director";
import { type Line, type Place, Purse } from "./large-chain";
import type { Holder } from "./large-people";
import { amountOf } from "./large-plan";
import { lockOf } from "./large-transaction";

/** L-BTC for the fees of the payments that follow, in an output that is not hidden. */
const FEES = 20_000_000n;

/** An asset of the large world, as it was issued. */
export interface LargeAsset {
  index: number;
  assetUuid: string;
  assetId: string;
  /** Who passes it on; null where the treasury itself distributes it. */
  nominee: string | null;
}

export interface Opened extends Line {
  txid: string;
  time: Date;
}

/**
 * Pays the first holders of every asset. The coins that it spends are confidential, those that it leaves to the holders
 * and as change are not: one more confidential output takes up what hides the amounts.
 */
export async function openLines(
  director: Director,
  issued: LargeAsset[],
  holdersOf: (asset: LargeAsset) => Holder[],
): Promise<Opened[]> {
  const { unit } = director;
  const { network } = unit.ledger;
  const { policyAsset } = networkFacts(network);
  const purses = new Map<string, Purse>();
  const opened: Omit<Opened, "time">[] = [];
  for (const asset of issued) {
    const isTreasury = asset.nominee === null;
    const owner = asset.nominee === null ? walletOwner(TREASURY_WALLET) : gaidOwner(asset.nominee);
    const feeOwner = isTreasury ? owner : GREEN_SERVICE;
    const place = await changePlace(unit, owner, asset.nominee);
    const holders = holdersOf(asset);
    const known = purses.get(feeOwner);
    const feePlace = known ? null : await changePlace(unit, feeOwner, null);
    const { txid, left } = await payFirst(unit, asset, { owner, feeOwner, place, feePlace, holders });
    const coin = { txid, vout: holders.length, amountSats: left };
    const fees =
      known ??
      new Purse(policyAsset, feePlace as Place, { txid, vout: holders.length + 1, amountSats: FEES });
    purses.set(feeOwner, fees);
    opened.push({
      ...{ index: asset.index, assetUuid: asset.assetUuid, kind: isTreasury ? "distribution" : "transfer" },
      ...{ asset: new Purse(asset.assetId, place, coin), fees, txid },
    });
  }
  await director.mine(2);
  const { time } = await unit.ledger.tip();
  for (const line of opened) await book(unit, line, holdersOf(issued[line.index] as LargeAsset));
  return opened.map((line) => ({ ...line, time }));
}

/** A script of the owner for change, with what spending from it takes. */
async function changePlace({ db, ledger }: Unit, owner: string, gaid: string | null): Promise<Place> {
  const { network } = ledger;
  const { scriptHex } = await newScript(db, network, owner, { isChange: true });
  const keys = (await keysOf(db, network, [scriptHex])).get(scriptHex);
  const address = addressOfScript(scriptHex, network);
  if (!keys || address === null) throw new Error(`${owner} cannot spend its change.`);
  return { owner, gaid, script: fromHex(scriptHex), scriptHex, address, lock: lockOf(keys) };
}

interface First {
  owner: string;
  feeOwner: string;
  place: Place;
  /** Where the L-BTC for later fees goes; null when it is there already. */
  feePlace: Place | null;
  holders: Holder[];
}

async function payFirst(
  { db, ledger: { network } }: Unit,
  { index, assetId }: LargeAsset,
  { owner, feeOwner, place, feePlace, holders }: First,
) {
  const { policyAsset } = networkFacts(network);
  const coin = (await unspentOf(db, owner)).find((candidate) => candidate.assetId === assetId);
  const feeCoin = (await unspentOf(db, feeOwner)).find(
    (candidate) => candidate.assetId === policyAsset && candidate.amountSats > FEES,
  );
  if (!coin || !feeCoin) throw new Error("The large world has nothing to pay its first holders with.");
  const open = { kind: "payment", blindingKey: null } as const;
  const paid = holders.map(({ scriptHex, place: user }) => ({
    ...{ ...open, scriptHex, assetId, amountSats: amountOf(user, index) },
  }));
  const left = coin.amountSats - paid.reduce((sum, { amountSats }) => sum + amountSats, 0n);
  const fees: Draft[] = feePlace
    ? [{ ...open, scriptHex: feePlace.scriptHex, assetId: policyAsset, amountSats: FEES }]
    : [];
  const hidden = await newScript(db, network, feeOwner, { isChange: true });
  const drafts = (feeSats: bigint): Draft[] => [
    ...paid,
    { ...open, scriptHex: place.scriptHex, assetId, amountSats: left },
    ...fees,
    {
      ...{ kind: "payment", scriptHex: hidden.scriptHex, blindingKey: hidden.blindingPublicKey },
      ...{ assetId: policyAsset, amountSats: feeCoin.amountSats - feeSats - totalOf(fees, policyAsset) },
    },
    { ...open, kind: "fee", scriptHex: "", assetId: policyAsset, amountSats: feeSats },
  ];
  const inputs = [coin, feeCoin];
  const feeSats = feeForWeight(transactionWeight(inputs, drafts(0n)));
  const built = buildTransaction(await loadZkp(), inputs, () => drafts(feeSats));
  await signAll(db, network, built, inputs);
  const txid = built.transaction.getId();
  await broadcast(db, network, { ...built, txid, feeSats, inputs });
  return { txid, left };
}

async function book(
  unit: Unit,
  { assetUuid, txid, kind, asset }: Line & { txid: string },
  holders: Holder[],
) {
  const tx = await unit.ledger.transaction(txid);
  const row = await findAssetByUuid(unit.db, assetUuid);
  if (!tx || !row) throw new Error("The large world lost an asset.");
  await trackTransaction(unit, row, tx, kind, [
    ...holders.map(({ gaid }, vout) => ({ vout, gaid, isNews: true })),
    { vout: holders.length, gaid: asset.place.gaid, isNews: false },
  ]);
}
