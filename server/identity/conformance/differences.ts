interface Difference {
  /** Number of the weakness in section 9 of the contract. */
  weakness: string;
  /** What the default mode does instead; its test asserts it. */
  instead: string;
}

/** Items of the checklist that the default mode answers differently on purpose. */
export const differences: Readonly<Record<string, Difference>> = {
  "ID-GEN-13": { weakness: "W-18", instead: "a bad or expired bearer is ignored on public routes" },
  "ID-JWT-01": { weakness: "W-13", instead: "the header is alg RS256 and kid" },
  "ID-JWT-02": { weakness: "W-13", instead: "the four claims, jti and iat_ms" },
  "ID-JWT-10": { weakness: "W-14", instead: "access tokens from before the logout are refused" },
  "ID-AUTH-02": { weakness: "W-02", instead: "the nonce is decimal with up to 39 digits" },
  "ID-AUTH-04": { weakness: "W-05", instead: "the first text can still be signed" },
  "ID-AUTH-08": { weakness: "W-02", instead: "the nonce is decimal with up to 39 digits" },
  "ID-AUTH-27": { weakness: "W-39", instead: "a chain is asked although its operators are not set up" },
  "ID-AUTH-38": { weakness: "W-16", instead: "logins on other devices stay, up to ten" },
  "ID-QUE-03": { weakness: "W-33", instead: "it is tried anew itself, and given up in the end" },
  "ID-QUE-04": { weakness: "W-33", instead: "it stays in process and completes when the node is back" },
  "ID-QUE-07": { weakness: "W-33", instead: "it is replaced on its nonce by one that pays more" },
  "ID-FCT-03": { weakness: "W-45", instead: "the same, and for a chain that is no test chain" },
  "ID-FCT-13": { weakness: "W-45", instead: "secret and response go in the body" },
  "ID-CHN-07": { weakness: "W-33", instead: "the chain itself is asked for its fees, and no feed" },
  "ID-CHN-08": { weakness: "W-33", instead: "the nonce is recorded and the fees are dynamic" },
  "ID-REF-01": { weakness: "W-15", instead: "the refresh token is a new one" },
  "ID-KYC-13": { weakness: "W-32", instead: "the same, unless it was approved and the approval holds" },
  "ID-VWH-01": { weakness: "W-24", instead: "the same, unless risk labels come with it" },
  "ID-VWH-30": { weakness: "W-20", instead: "the same; the original knows X-SIGNATURE alone" },
  "ID-TST-04": { weakness: "W-19", instead: "an address other than the caller's is 403 empty" },
  "ID-AIN-21": { weakness: "W-33", instead: "a dearer version of the same transaction goes out instead" },
  "ID-AIN-36": {
    weakness: "W-42",
    instead: "what the campaign would refuse is not sent, and waits for more coins",
  },
};
