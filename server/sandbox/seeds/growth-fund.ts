import type { Director } from "./director";
import type { Register } from "./register";

const ROUNDS = 12;

/** A restricted fund in full swing: authorised, distributed many times, with assignments in every state. */
export async function seedGrowthFund(director: Director, register: Register): Promise<string> {
  const { assetUuid } = await director.issue({
    name: "Alpine Growth Fund I",
    ticker: "AGF1",
    domain: "example.com",
    amount: 1_000_000_000n,
    precision: 2,
    transferRestricted: true,
    isReissuable: true,
  });
  await director.mine(3);
  await director.ask("authorizeAsset", { params: { assetUuid } });
  const params = { categoryId: String(register.categoryId), assetUuid };
  await director.ask("addCategoryAsset", { params });
  await director.ask("setMemo", {
    params: { assetUuid },
    body: "Board approval of the first closing. Subscription list with the transfer agent.",
  });
  await closings(director, register, assetUuid);
  await openAssignments(director, register, assetUuid);
  return assetUuid;
}

async function closings(director: Director, { accredited }: Register, assetUuid: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, user] of accredited.entries()) {
      const amount = BigInt(100_000 + ((round * 7 + place * 13) % 17) * 12_500);
      await director.assign(assetUuid, user.id, amount);
    }
    await director.distribute(assetUuid);
    director.passDays(6);
  }
}

async function openAssignments(director: Director, { accredited, walletless }: Register, assetUuid: string) {
  const [first, second, third, fourth, fifth] = accredited;
  const [waiting] = walletless;
  if (!first || !second || !third || !fourth || !fifth || !waiting)
    throw new Error("The register is too small.");
  await director.assign(assetUuid, first.id, 250_000n);
  await director.assign(assetUuid, second.id, 125_050n);
  await director.assign(assetUuid, third.id, 400_000n, { isReady: false });
  await director.assign(assetUuid, fourth.id, 80_000n, { isReady: false });
  await director.assign(assetUuid, fifth.id, 1_000_000n, { vestsAt: director.inDays(365) });
  await director.assign(assetUuid, waiting.id, 60_000n);
}
