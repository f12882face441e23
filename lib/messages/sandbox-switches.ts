import { catalogue } from "./catalogue";

/** Open questions and bugs of the real service, as switches of the sandbox. */
export const sandboxSwitchesText = catalogue("sandboxSwitchesText", {
  title: "Open questions",
  description:
    "What no source settles, or what the real service got wrong once. Off is what an issuer should expect; turn one on to try your client against the other answer. A switch holds for every call from now on.",
  on: "On",
  off: "Off",
  turn: (name: string) => `Turn ${name}`,
  turned: (name: string, on: boolean) => `${name} is ${on ? "on" : "off"}.`,
  count: (on: number, all: number) => `${on} of ${all} are on`,
});
