import type { Director } from "./director";

/** Issued a moment ago: one confirmation, not authorised, nobody assigned. */
export async function seedSolarNote(director: Director): Promise<string> {
  director.passDays(4);
  const { assetUuid } = await director.issue({
    name: "Meadow Solar Note",
    ticker: "MSN",
    domain: "example.com",
    amount: 750_000n,
    precision: 0,
    transferRestricted: true,
    isReissuable: true,
  });
  await director.mine(1);
  return assetUuid;
}
