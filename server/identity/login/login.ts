import type { Login, MessageLogin, Tokens } from "@/lib/contracts/identity/login";
import { businessError, frameworkError, Refusal } from "../errors";
import { printContract, printWallet } from "../printing";
import type { Identity } from "../service";
import { issueAccess } from "../tokens/access-token";
import { issueTokens } from "../tokens/issue";
import type { NewLogin } from "../tokens/refresh-store";
import { ensureUser } from "../users/user-store";
import { findTextOfContract } from "./contract-signature";
import { KEY_SIGNATURE_LENGTH, recoverSigner } from "./key-signature";
import { consumeText, findMessage } from "./text-store";
import { hashText, listTexts, type SignableText } from "./texts";
import { isVerified } from "./verifier";

/**
 * POST /authorize/jwt: whoever signed one of the address's texts, with its key or as its contract, is logged in.
 * @throws Refusal 0209 without a text, 0210 without a proof, 0401, 0402 for a chain that cannot be used
 */
export async function logIn(identity: Identity, login: Login, ip: string | null): Promise<Tokens> {
  const address = login.address.toLowerCase();
  const texts = await listTexts(identity, identity.database.db, address, ip);
  if (texts.length === 0) throw noTextFor(identity, address);
  const { text, isContract } = await findSignedText(identity, login, address, texts);
  const usesUp = !isContract || identity.fixes.contractConsumes;
  const { origin = null } = texts.find((one) => one.text === text) ?? {};
  const tokens = await start(identity, { address, origin }, usesUp ? text : null);
  if (!tokens) throw noTextFor(identity, address);
  return tokens;
}

/**
 * POST /authorize/jwt/by-message: as above for a text that belongs to nobody yet; keys only.
 * @throws Refusal 0209, also when the text was asked for with a secret that is not shown; 0210; 404 while switched off
 */
export async function logInByMessage(identity: Identity, login: MessageLogin): Promise<Tokens> {
  if (!identity.config.takesMessages) throw frameworkError(404);
  const address = login.address.toLowerCase();
  const text = login.messageToSign;
  const noText = () => businessError("0209", `There is no payload for message: ${text}.`);
  const found = await findMessage(identity.database.db, hashText(text));
  if (!found || !isVerified(found.verifierHash, login.verifier)) throw noText();
  const signer = await recoverSigner(text, login.signedPayload, identity.fixes.lowSOnly);
  if (signer !== address) throw otherSigner(identity, address, signer);
  const tokens = await start(identity, { address, origin: null }, text);
  if (!tokens) throw noText();
  return tokens;
}

/** Text, user row and tokens in one transaction: of several logins with one text exactly one gets tokens. */
async function start(identity: Identity, login: NewLogin, text: string | null): Promise<Tokens | null> {
  const { address, origin } = login;
  const accessToken = await issueAccess(identity, address, origin);
  return identity.database.transaction(async (tx) => {
    if (text !== null && !(await consumeText(tx, hashText(text)))) return null;
    await ensureUser(tx, address);
    return issueTokens(identity, tx, login, accessToken);
  });
}

interface SignedText {
  text: string;
  isContract: boolean;
}

async function findSignedText(
  identity: Identity,
  login: Login,
  address: string,
  texts: SignableText[],
): Promise<SignedText> {
  const { signedPayload, chainId } = login;
  if (signedPayload.length !== KEY_SIGNATURE_LENGTH) {
    if (chainId === null) throw businessError("0401", "Cannot verify contract signature without chain id");
    return findContractText(identity, { ...login, chainId }, address, texts);
  }
  try {
    return { text: await findKeyText(identity, signedPayload, address, texts), isContract: false };
  } catch (refusal) {
    // a contract wallet's signature may have a key's length
    if (!identity.fixes.longContractSignatures || !chainId || !(refusal instanceof Refusal)) throw refusal;
    const found = await findContractText(identity, { ...login, chainId }, address, texts).catch(() => null);
    if (!found) throw refusal;
    return found;
  }
}

/** The refusal names the signer of the newest text, the one a wallet was most likely shown. */
async function findKeyText(identity: Identity, signature: string, address: string, texts: SignableText[]) {
  const signers = [];
  for (const { text } of texts) {
    const signer = await recoverSigner(text, signature, identity.fixes.lowSOnly);
    if (signer === address) return text;
    signers.push(signer);
  }
  throw otherSigner(identity, address, signers[0] ?? "");
}

async function findContractText(
  identity: Identity,
  { signedPayload: signature, chainId }: Login & { chainId: bigint },
  address: string,
  signable: SignableText[],
): Promise<SignedText> {
  const texts = signable
    .filter((text) => text.chainId === null || text.chainId === chainId)
    .map(({ text }) => text);
  const text = await findTextOfContract(identity, { wallet: address, texts, signature, chainId });
  if (text !== null) return { text, isContract: true };
  const contract = printContract(identity, address);
  throw businessError("0210", `Contract: ${contract} didn't sign the message: ${signature}`);
}

const noTextFor = (identity: Identity, address: string) =>
  businessError("0209", `There is no payload associated with address: ${printWallet(identity, address)}.`);

const otherSigner = (identity: Identity, address: string, signer: string) =>
  businessError("0210", `Address: ${printWallet(identity, address)} not equal to signed address: ${signer}`);
