import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, callNode, mine, signIn } from "../amp/testing";
import { loadZkp } from "../ledger/zkp";
import { startTestSandbox, type TestSandbox } from "../testing";

interface Registrable {
  asset: Wire;
  contract: Record<string, unknown>;
}

/** The key behind the `pubkey` of every contract here. */
export const SECRET = Buffer.alloc(32, 7);

export type RegistryGround = Awaited<ReturnType<typeof startRegistry>>;

/** A sandbox, and what asks its registry and prepares assets for it. */
export async function startRegistry() {
  const sandbox: TestSandbox = await startTestSandbox();
  const amp: AmpCaller = await signIn(sandbox, "issuer");
  const point = (await loadZkp()).ecc.pointFromScalar(SECRET, true);
  const pubkey = Buffer.from(point ?? []).toString("hex");

  async function send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; text: string }> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}${path}`, init);
    return { status: response.status, text: await response.text() };
  }
  const post = (body: unknown) => send("POST", "/registry", body);
  const control = async (method: string, path: string, body: object) => {
    const { status, text } = await send(method, `/control${path}`, body);
    return { status, body: JSON.parse(text) };
  };

  async function issueRegistrable(domain: string, ticker: string, blocks = 1): Promise<Registrable> {
    const { status, body } = await amp.post("/assets/issue", {
      name: "Harbour Bond 2031",
      amount: 1000,
      precision: 2,
      destination_address: await callNode(sandbox, "getnewaddress"),
      ...{ domain, ticker, pubkey },
    });
    if (status !== 201) throw new Error(`Issuing answered ${status}.`);
    if (blocks) await mine(sandbox, blocks);
    const contract = {
      entity: { domain },
      issuer_pubkey: pubkey,
      name: "Harbour Bond 2031",
      precision: 2,
      ticker,
      version: 0,
    };
    return { asset: body, contract };
  }

  const publishProof = (asset: Wire) => control("POST", "/sites/proof", { asset_uuid: asset.asset_uuid });

  return { sandbox, amp, pubkey, send, post, control, issueRegistrable, publishProof };
}
