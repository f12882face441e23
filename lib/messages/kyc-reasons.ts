import { catalogue } from "./catalogue";

/** The verifier's reason codes in plain words, and what helps. The list is open: unknown codes get the general words. */
export interface KycReasonText {
  reason: string;
  fix: string;
}

const retry = "Begin again with your own, valid document, in good light and without haste.";
const ask = "If you think this is a mistake, write to the issuer.";

const duplicate = (what: string): KycReasonText => ({
  reason: `${what} was already used for another verification.`,
  fix: `Use the wallet you verified before. ${ask}`,
});

const refused: KycReasonText = { reason: "The verification partner refused this verification.", fix: ask };

const operator: KycReasonText = {
  reason: "The verification was not set up completely. This is not your fault.",
  fix: `Begin again. ${ask}`,
};

/** What stands for every reason that is not named. */
const GENERAL = 0;

export const kycReasonsText: Record<number, KycReasonText> = catalogue("kycReasonsText", {
  [GENERAL]: {
    reason: "The verification partner could not confirm your identity with what it was shown.",
    fix: `${retry} ${ask}`,
  },
  101: {
    reason: "A picture or a copy was shown in place of the document itself.",
    fix: "Hold the original document in front of the camera.",
  },
  102: { reason: "The document looked as if it had been changed.", fix: `Use an undamaged original. ${ask}` },
  103: {
    reason: "The person in front of the camera did not match the document.",
    fix: "Use your own document, take off glasses and hats, and look straight into the camera.",
  },
  104: {
    reason: "The name on the document did not match the name that was given.",
    fix: "Use a document that bears your name as it is today.",
  },
  105: { reason: "Something about the verification looked unusual.", fix: `${retry} ${ask}` },
  106: refused,
  107: {
    reason: "There were too many verifications within a short time.",
    fix: "Wait a day, then begin again.",
  },
  108: duplicate("This identity"),
  109: duplicate("This device"),
  110: duplicate("This document"),
  111: {
    reason: "Somebody else seemed to have opened your verification.",
    fix: `Begin again yourself and pass the link to nobody. ${ask}`,
  },
  112: {
    reason: "Verifications from the place of your connection are not accepted.",
    fix: `Turn off a proxy or VPN, then begin again. ${ask}`,
  },
  113: { reason: "Something about the verification looked unusual.", fix: `${retry} ${ask}` },
  120: {
    reason: "Your face did not match the picture from an earlier verification.",
    fix: "Look straight into the camera in good light, without glasses, hat or mask.",
  },
  121: operator,
  122: operator,
  123: {
    reason: "Your details could not be confirmed by the official register.",
    fix: `Use another document of yours. ${ask}`,
  },
  124: duplicate("This face"),
  // What a person is suspected of is no news for this page: 106, 126 and 127 have the same words.
  126: refused,
  127: refused,
  128: operator,
  129: operator,
  201: {
    reason: "A photo of the person or of the document was missing.",
    fix: "Take every photo that is asked for.",
  },
  202: {
    reason: "Your face could not be seen well.",
    fix: "Face the camera in good light, without glasses, hat or mask.",
  },
  203: {
    reason: "The document could not be seen whole.",
    fix: "Hold it so that all four corners are in the picture and nothing covers it.",
  },
  204: {
    reason: "The pictures were too dark or not sharp.",
    fix: "Clean the lens, use daylight, and hold still.",
  },
  205: { reason: "The document is damaged.", fix: "Use another document that is whole." },
  206: {
    reason: "This kind of document is not accepted.",
    fix: "Use a passport, an identity card or a driving licence.",
  },
  207: { reason: "The document has expired.", fix: "Use one that is still valid." },
  539: {
    reason: "It was repeated too often without success.",
    fix: "Begin a new verification, if possible with another document.",
  },
});

export const kycReason = (code: number | null): KycReasonText =>
  kycReasonsText[code ?? GENERAL] ?? (kycReasonsText[GENERAL] as KycReasonText);
