import type { EndpointProblem } from "@/lib/domain/asset-settings";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What an issuer can change about an asset after it was issued. */
export const assetSettingsText = catalogue("assetSettingsText", {
  title: "Settings",
  registry: {
    title: "Liquid Asset Registry",
    lead: "With it, wallets and explorers show the asset's name, ticker and decimals instead of a bare id.",
    registered: (domain: string) => `Registered: wallets show this asset as one of ${domain}.`,
    impossible: "This asset cannot be registered",
    impossibleText:
      "It was issued without ticker, domain and public key, and those are committed to by the issuance for ever. It works fully in AMP; wallets show its id.",
    steps: "Put this file on your web site, check it, then register.",
    fileName: "File name, without an ending",
    content: "Content, on one line",
    address: "Address",
    fileNameLabel: "file name",
    contentLabel: "content",
    addressLabel: "address",
    download: "Download the file",
    publish: "Publish it on the sandbox's site",
    published: "The sandbox serves the file now.",
    check: "Check now",
    checking: "Asking the domain…",
    register: "Register",
    registerWaits: (confirmations: number, needed: number) =>
      `Waits for the issuance: ${confirmations} of ${needed} confirmations`,
    registerTitle: (name: string) => `Register ${name} in the Liquid Asset Registry?`,
    registerText: (domain: string) =>
      `The registry reads the file on ${domain} and publishes name, ticker and decimals for everybody. What it publishes was fixed at issuance; taking it back needs a signature with the issuer's key, outside of this desk.`,
    registerUnchecked: "The file was not found in order yet. The registry will most likely refuse.",
    done: "The asset is registered.",
    noDomain: "This asset was issued without a domain. There is no file to look for.",
    badDomain:
      "The domain that was committed to at issuance is no plain host name, so nobody can look there.",
  },
  authorization: {
    title: "Authorisation",
    done: "Registered as authorised: AMP tracks this asset and Green co-signs what AMP allows.",
    open: "Not registered as authorised yet: AMP does not track it, and nothing can be distributed.",
    openText: "It becomes possible at three confirmations of the issuance, and it cannot be undone.",
    toChecklist: "Go to the checklist",
  },
  endpoint: {
    title: "Issuer authorisation",
    lead: "Who decides on a transfer between holders: AMP by its categories, or an endpoint of yours. It is the one thing of an asset that AMP lets you edit.",
    none: "None: AMP decides.",
    label: "Endpoint",
    hint: "The base address, with https. AMP appends /issuerauthorizer itself.",
    hintSandbox: "The base address; in the sandbox http will do. AMP appends /issuerauthorizer itself.",
    warnings: [
      "Its answer replaces the decision by categories; that result is only told to it.",
      "GAIDs of nobody registered, and every transfer of a locked asset, are rejected without asking it.",
      "If it approves a plain Liquid address, AMP counts what is sent there as your treasury's, although it may be anybody's.",
      "While it does not answer, no holder can transfer.",
    ],
    warningsTracked: [
      "This asset is issuer-tracked: without an endpoint every Managed-Assets account may hold it; with one, each transfer waits for its answer.",
      "A transfer of a locked asset is rejected without asking it.",
      "If it approves a plain Liquid address, AMP counts what is sent there as your treasury's, although it may be anybody's.",
      "While it does not answer, no holder can transfer.",
    ],
    save: "Use this endpoint",
    saveTitle: (host: string) => `Let ${host} decide on transfers?`,
    saveText:
      "From the next transfer on AMP asks this endpoint, and its answer is final. Holders notice at once if it does not answer.",
    saved: "AMP asks this endpoint from now on.",
    remove: "Remove the endpoint",
    removeTitle: "Let AMP decide again?",
    removeText:
      "From the next transfer on AMP decides by its own rules, and your endpoint is not asked any more.",
    removed: "AMP decides again.",
    problems: {
      form: "Enter a whole address, for example https://rules.example.com.",
      https: "The address has to begin with https.",
      suffix: "Leave out /issuerauthorizer: AMP appends it.",
      credentials: "The address must not carry a user name or password.",
      query: "The address must end with its path: AMP appends to it.",
    } satisfies Record<EndpointProblem, string>,
  },
  memo: {
    title: "Memo",
    lead: "A note that AMP keeps with the asset. Every issuer account of it can read it; holders and managers cannot.",
    label: "Memo",
    hint: "No personal data and no secrets: AMP keeps it as it is.",
    save: "Save the memo",
    saved: "The memo is saved.",
    tooLong: "The memo is too long.",
  },
  addresses: {
    title: "Treasury addresses",
    lead: "Plain Liquid addresses that AMP counts as yours. Holders may send back to them.",
    caption: "Treasury addresses of this asset",
    address: "Address",
    addressLabel: "treasury address",
    none: "AMP knows no treasury address of this asset besides those it learnt from issuance and change.",
    add: "Add addresses",
    label: "Addresses to add",
    hint: "Confidential addresses of wallets that you control, one a line.",
    warning:
      "Whatever is sent to an address in this list counts as your treasury's in AMP, whoever holds its key.",
    added: (count: number) => `${countOf(count, { one: "address was", other: "addresses were" })} added.`,
    foreign: "The desk does not see that these addresses are yours. Nothing was added.",
    foreignText:
      "The treasury's node does not hold their keys, or did not answer. If they belong to another wallet of yours, add them all the same; otherwise AMP would count somebody else's coins as your treasury's.",
    acceptForeign: "Add them all the same",
    empty: "Enter an address.",
    tooMany: (most: number) => `At most ${most} addresses at a time.`,
    known: "AMP knows all of these already.",
    problem: (address: string, problem: string) => `${address}: ${problem}`,
    remove: "Remove",
    removeLabel: (address: string) => `Remove ${address}`,
    removeTitle: "Remove this treasury address?",
    removeText: (address: string) =>
      `AMP no longer counts ${address} as yours. What lies there stays on Liquid; coins at an address that AMP does not know can become lost outputs, and lost outputs stop distributions.`,
    removeConfirm: "Remove the address",
    removed: "The address was removed.",
  },
  lock: {
    title: "Lock",
    explain:
      "Locking stops every transfer between holders at once, and this desk starts no distribution. Whether AMP refuses one of another tool is not documented. It can be released at any time.",
    isLocked:
      "This asset is locked: every transfer is rejected, and an issuer authorization endpoint is not asked.",
    toSettings: "Unlock it in the settings",
    lock: {
      title: (name: string) => `Lock ${name}?`,
      consequence:
        "No holder can move this asset, and this desk starts no distribution of it, until you unlock it. An issuer authorization endpoint is not asked. Balances stay as they are.",
      confirm: "Lock the asset",
      done: "The asset is locked.",
    },
    unlock: {
      title: (name: string) => `Unlock ${name}?`,
      consequence: "Holders can move this asset again, within its rules, and distributions can start.",
      confirm: "Unlock the asset",
      done: "The asset is unlocked.",
    },
  },
  blinders: {
    title: "Blinders",
    text: "AMP needs the blinders of outputs that it was never told of, above all those of an issuance, to show their amounts.",
    action: "Update blinders",
  },
  remove: {
    title: "Delete",
    text: "Deleting hides the asset in AMP. It does not burn anything: the tokens stay on Liquid with their holders, and AMP no longer tracks or reports them here.",
    action: "Delete the asset",
    dialogTitle: (name: string) => `Delete ${name} in AMP?`,
    consequences: [
      "It disappears from every list, report and manager of this account, and every address of it answers “not found”. AMP knows no way back.",
      "Nothing is burned. The tokens stay on Liquid with their holders.",
      "To retire an asset, burn its units first; to stop transfers for a while, lock it instead.",
    ],
    confirm: "Delete it in AMP",
    done: "The asset was deleted in AMP. Its tokens stay on Liquid.",
    underWay:
      "Something of this asset is under way. Once the asset is deleted nobody could confirm it to AMP, so nothing is deleted until it is confirmed or cancelled.",
    openOperation:
      "This desk has an operation of this asset that is not at its end. Nothing was deleted: finish or cancel it first.",
    pending:
      "AMP keeps a distribution of this asset open. Once the asset is deleted nobody could confirm it. Nothing was deleted: confirm or cancel it first, on the asset's distributions.",
  },
});
