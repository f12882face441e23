import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { concat, createTestClient, type Hex, http, pad, publicActions, walletActions } from "viem";
import { foundry } from "viem/chains";
import { assemble } from "../contracts/assembler-testing";

/** The program itself, not its launcher: ending the launcher would leave the program running. */
const program = () => {
  const require = createRequire(import.meta.url);
  const launcher = path.dirname(require.resolve("@foundry-rs/anvil/package.json"));
  return path.resolve(launcher, `../anvil-${process.platform}-${archOf(process.arch)}/bin/anvil`);
};
const archOf = (arch: string) => (arch === "x64" ? "amd64" : arch);

const LISTENING = /Listening on 127\.0\.0\.1:(\d+)/;

export type TestChain = Awaited<ReturnType<typeof startAnvil>>;

/** A real EVM on a free port, a block for each transaction, ten funded accounts. */
export async function startAnvil(chainId = foundry.id as number) {
  const child = spawn(program(), ["--port", "0", "--chain-id", `${chainId}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const port = LISTENING.exec(printed)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code} before it listened.`)));
  });
  const client = createTestClient({ chain: { ...foundry, id: chainId }, mode: "anvil", transport: http(url) })
    .extend(publicActions)
    .extend(walletActions);
  const [account] = await client.getAddresses();
  if (!account) throw new Error("anvil has no account.");
  /** Waits until what was sent is in its block: anvil tells a transaction's hash before that. */
  const settled = async (sent: Promise<Hex>) => {
    const receipt = await client.waitForTransactionReceipt({ hash: await sent, pollingInterval: 50 });
    if (receipt.status !== "success") throw new Error("The transaction was reverted.");
    return receipt;
  };
  return {
    url,
    client,
    account,
    settled,
    /** Deploys one of `server/identity/contracts`. @param words constructor arguments @returns its address */
    deploy: async (name: string, words: Hex[] = []): Promise<Hex> => {
      const data = concat([assemble(name), ...words.map((word) => pad(word))]);
      const { contractAddress } = await settled(client.sendTransaction({ account, data }));
      if (!contractAddress) throw new Error(`${name} was not deployed.`);
      return contractAddress;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
