/** Distributions: from the pre-flight to AMP's confirmation. */
export const distributionsText = {
  title: "Distributions",
  changed: "The assignments changed since you looked. Nothing was started; review the distribution again.",
  notReady: "Not everything is ready for this distribution. Nothing was started.",
  noOperation: "This operation does not exist in this workspace.",
  remedies: {
    unauthorized: "Register the asset as authorised first: AMP does not track it before.",
    locked: "The asset is locked. Unlock it first.",
    lostOutputs:
      "AMP reports lost outputs of this asset. Nothing may be sent before a person has looked and AMP's support has repaired it.",
    openOperation: "Another treasury operation of this asset is open. Finish or cancel it first.",
    nothing:
      "No assignment is ready: each needs to be unlocked and vested, and its user needs a GAID and every required category.",
  },
} as const;
