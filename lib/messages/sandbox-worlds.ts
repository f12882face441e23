import { catalogue } from "./catalogue";

/** Whole worlds of the sandbox: kept, put back, begun anew. */
export const sandboxWorldsText = catalogue("sandboxWorldsText", {
  title: "Snapshots",
  snapshots: {
    title: "Snapshots",
    description: "The whole world under a name: AMP, chain, wallets, clock, switches.",
    caption: "Snapshots, newest first",
    columns: { name: "Name", height: "Block height", at: "Kept", actions: "Actions" },
    empty: "Nothing was kept yet",
    emptyText:
      "Keep the world before you try something that cannot be undone. You can come back to it as often as you like.",
  },
  make: {
    button: "Keep the world",
    dialog: "Keep the world as it is",
    description: "Calls that are under way are finished first.",
    name: "Name",
    nameHint: "Lower-case letters, digits, hyphens and underscores, at most 40.",
    badName: "1 to 40 lower-case letters, digits, hyphens and underscores; a letter or a digit first.",
    submit: "Keep it",
    done: (name: string) => `The world is kept as ${name}.`,
  },
  restore: {
    button: "Restore",
    label: (name: string) => `Restore ${name}`,
    title: (name: string) => `Put the world back to ${name}?`,
    consequence:
      "Everything that happened since is gone: assets, distributions, wallets, the clock and the switches are as they were kept.",
    confirm: "Put it back",
    done: (name: string) => `The world is as it was kept in ${name}.`,
  },
  forget: {
    button: "Forget",
    label: (name: string) => `Forget ${name}`,
    title: (name: string) => `Forget the snapshot ${name}?`,
    consequence: "The world stays as it is; this way back to an earlier one is gone.",
    confirm: "Forget it",
    done: (name: string) => `${name} is forgotten.`,
  },
  reset: {
    title: "Begin anew",
    description:
      "An empty chain, every knob as configured, and the contents of a seed. Snapshots stay, so keep the world first if you may want it back.",
    button: "Reset…",
    label: (seed: string) => `Reset to ${seed}`,
    dialog: (seed: string) => `Reset the world to ${seed}?`,
    consequence:
      "Everything in the present world is gone: assets, users, wallets, the chain, faults and switches.",
    confirm: "Begin anew",
    done: (seed: string) => `A new world has begun with the seed ${seed}. Sign in again.`,
  },
  /** Both a reset and a snapshot of before the sign-in. */
  deskAfterwards:
    "The desk keeps its own records: your session's token and treasury operations that are still open point to a world that is gone. Sign out and in again, and cancel operations that can no longer end.",
});
