import { afterAll, beforeAll, expect, it } from "vitest";
import { newWallet, type TestIdentity } from "@/server/identity/testing";
import { askForErasure } from "@/server/services/invest-data";
import { testKyc } from "@/server/services/invest-kyc";
import { askKycOf } from "./ask-kyc";
import { dropPortalSessionsOf } from "./session-store";
import { type PortalBench, signInBrowser, startPortalBench } from "./testing";

const TOKEN = "the-operator-of-the-identity-service";
const PERSON = { firstName: "Ada", lastName: "Byron" };

let bench: PortalBench;
/** The same service, with the operator's routes. */
let operated: TestIdentity;

beforeAll(async () => {
  bench = await startPortalBench({ IDENTITY_OPERATOR_TOKEN: TOKEN });
  operated = await bench.ours.replica({ operatorToken: TOKEN });
}, 30_000);
afterAll(() => bench?.stop());

it("tells of a wallet without any session, and that an erased one has no identification", async () => {
  bench.gate.target = operated;
  const browser = await signInBrowser();
  const { address } = browser.wallet;
  expect(await askKycOf(address)).toMatchObject({ isCompleted: false });
  await testKyc(await browser.investor(), PERSON);
  await dropPortalSessionsOf(address.toLowerCase());
  expect(await askKycOf(address)).toMatchObject({ isCompleted: true, isRevoked: false, isExpired: false });
  const again = await signInBrowser({ wallet: browser.wallet });
  await askForErasure(await again.investor());
  expect(await askKycOf(address)).toMatchObject({ isCompleted: false });
  expect(await askKycOf(newWallet().address)).toMatchObject({ isCompleted: false });
});

it("asks with the wallet's session where the service takes no operator's token, or another one", async () => {
  const other = await bench.ours.replica({ operatorToken: `${TOKEN}-of-another` });
  const browser = await signInBrowser();
  const { address } = browser.wallet;
  await testKyc(await browser.investor(), PERSON);
  for (const target of [bench.ours, other]) {
    bench.gate.target = target;
    expect(await askKycOf(address)).toMatchObject({ isCompleted: true });
    expect(await askKycOf(newWallet().address)).toBeNull();
  }
});
