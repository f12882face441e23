import type { FetchProblem, ProofFault } from "@/lib/domain/domain-proof";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What a look at the file on an issuer's domain has shown. */
export const domainProofText = catalogue("domainProofText", {
  accepted: "The file is in order.",
  acceptedText: (bytes: number) =>
    `${countOf(bytes, { one: "byte", other: "bytes" })}, as the registry wants them.`,
  trailing: "There is white space behind the text. The registry ignores it.",
  type: (type: string) =>
    `The site serves it as ${type}. The registry does not mind; make sure that the address leads to the file and not to a page made for every address.`,
  faultTitle: "The registry would refuse this file.",
  faults: {
    empty: "It is empty.",
    bom: "It begins with a byte order mark (EF BB BF), which some editors add unseen. Save it as UTF-8 without BOM.",
    "utf-16": "It is written in UTF-16. Save it as UTF-8 without BOM.",
    html: "The address leads to a web page, not to the text file. Often a site answers every unknown address with its front page.",
    "leading-space": "There is white space before the text. Only behind it is it ignored.",
    "line-break":
      "The words are right, but the text is broken into lines or spaced otherwise. It has to be one line.",
    "letter-case": "Some letters are large that have to be small, or the other way round.",
    surrounded: "The text is there, but with something beside it.",
    "other-asset": "It is the proof of another asset.",
    "other-domain": "It is the proof for another domain.",
    content: "It says something else.",
  } satisfies Record<ProofFault, string>,
  difference: (offset: number) => `First difference at byte ${offset}`,
  expected: "Expected",
  found: "Found",
  end: "end of the file",
  bytes: "Bytes",
  asText: "As text",
  redirect: (status: number) => `The site redirects (${status}) instead of serving the file.`,
  redirectTo: (location: string) => `It points to ${location}.`,
  redirectText:
    "This check does not follow. The registry does, within limits; serving the file at the exact address is safer.",
  status: (status: number) => `The site answers ${status} instead of the file.`,
  statusText: {
    404: "There is no file at this address. Look at the hyphen in .well-known and at the name, which has no ending.",
    403: "The site refuses to hand it out. Many servers hide folders that begin with a dot until told otherwise.",
  } as Record<number, string>,
  statusOther: "Open the address in a browser to see what the site says.",
  unreadable: {
    "unknown-host": "The domain's name leads nowhere.",
    "private-address":
      "The domain leads into a private network, where this check does not look and the registry cannot.",
    refused: "Nobody answers there over https.",
    certificate: "The site's certificate is not valid, or it does not speak https.",
    timeout: "The site did not answer within five seconds.",
    "too-large": "What the site sends is far larger than the file.",
    failed: "The connection failed.",
  } satisfies Record<FetchProblem, string>,
  asOf: "Checked",
});
