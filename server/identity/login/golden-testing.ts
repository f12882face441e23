import type { Hex } from "viem";
import { addressText, messageText } from "./wording";

interface Vector {
  name: string;
  text: string;
  signature: Hex;
  /** Lower case. */
  signer: string;
}

export const DOC_ADDRESS = "0xef678007d18427e6022059dbc264f27507cd1ffc";
const SECOND_ADDRESS = "0x971cadecbe58131279c21b20955dc384ba1c01f5";
const BROWSER_ADDRESS = "0x9a72ad187229e9338c7f21e019544947fb25d473";

export const docNonce = "193030099";
export const docText = addressText(DOC_ADDRESS, docNonce);
export const docSignature: Hex =
  "0xc839ae70e941329676abbe12338911a95e86211b975b85cf742ea08fb139b9636b3dea181f5cb8956a401cfc300317a86c7ef503b8c8d1e4c85d2e2c4ab7831e1b";

/** The documentation's message; its signature is the wallet's deterministic one. */
export const docMessage = messageText("8b9ec2dd-626f-4444-9ae7-b4142e6e99e5", "721558130");

const second: Hex =
  "0x3d93d92c4b7f7c99857a004c7a40f24b19629c8b6904ff4ab855219577ad07951f42813cf161b9aeb77d7e8183bbf565ac065acb7c258db348d08932f8768c541b";

/** The signatures of section 3.5 of the contract. */
export const vectors: Vector[] = [
  { name: "the documentation's wallet", text: docText, signature: docSignature, signer: DOC_ADDRESS },
  { name: "the second wallet", text: "4305308538901004665", signature: second, signer: SECOND_ADDRESS },
  {
    name: "the second wallet with an inner recovery byte",
    text: "4305308538901004665",
    signature: second.replace(/1b$/, "00") as Hex,
    signer: SECOND_ADDRESS,
  },
  {
    name: "a browser's wallet",
    text: addressText(BROWSER_ADDRESS, "1202780025"),
    signature:
      "0xbc450b7d46c065c824af75c93b7baac89c8282ee1496474fd8707692ba1df8250de4dc5dc4cb770c39a04a6e9f9ebe55b7111f359ad24f79e1aa7a3f50620b841b",
    signer: BROWSER_ADDRESS,
  },
];

/** Must not be the documentation's wallet over its text. */
export const foreignSignature: Hex =
  "0xb2c945a6cec73f6fac442eef9a59f9c35af728211b974167f581fc61954749e25259adb2034cdd15241ead0e6e9e7524c2f2126f02c0404a7c9403cec4b99dc01b";
