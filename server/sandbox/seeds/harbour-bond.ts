import { transferBetweenHolders } from "../green/transfer";
import type { Director } from "./director";
import type { Register } from "./register";

const TRANSFERS = 48;
const STRANGERS = 12;

/** An issuer-tracked bond that has moved on: many of its holders have no record with the issuer. */
export async function seedHarbourBond(director: Director, { holders }: Register): Promise<string> {
  const { assetUuid } = await director.issue({
    name: "Harbour Bond 2031",
    ticker: "HB31",
    domain: "example.com",
    amount: 5_000_000n,
    precision: 0,
    transferRestricted: false,
    isReissuable: false,
  });
  await director.mine(3);
  await director.ask("authorizeAsset", { params: { assetUuid } });
  for (let round = 0; round < 3; round += 1) {
    for (const [place, user] of holders.entries())
      await director.assign(assetUuid, user.id, BigInt(20_000 + place * 1_000));
    await director.distribute(assetUuid);
    director.passDays(2);
  }
  await trade(
    director,
    assetUuid,
    holders.flatMap((user) => user.gaid ?? []),
  );
  return assetUuid;
}

/** Holders sell to people whom only their wallets know. */
async function trade(director: Director, assetUuid: string, sellers: string[]): Promise<void> {
  const { unit } = director;
  const strangers: string[] = [];
  for (let count = 0; count < STRANGERS; count += 1) strangers.push(await unit.ledger.createGaid());
  for (let count = 0; count < TRANSFERS; count += 1) {
    const fromGaid = sellers[count % sellers.length];
    const gaid = strangers[(count * 5) % STRANGERS];
    if (!fromGaid || !gaid) throw new Error("The register is too small.");
    const amountSats = BigInt(500 + (count % 9) * 250);
    await transferBetweenHolders(unit, { assetUuid, fromGaid, to: { gaid }, amountSats });
    if (count % 4 === 3) await director.mine(1);
  }
  await director.mine(2);
}
