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
  "ID-JWT-02": { weakness: "W-13", instead: "the four claims and jti" },
  "ID-JWT-10": { weakness: "W-14", instead: "the access token that logged out is refused" },
  "ID-AUTH-02": { weakness: "W-02", instead: "the nonce is decimal with up to 39 digits" },
  "ID-AUTH-04": { weakness: "W-05", instead: "the first text can still be signed" },
  "ID-AUTH-08": { weakness: "W-02", instead: "the nonce is decimal with up to 39 digits" },
  "ID-AUTH-27": { weakness: "W-39", instead: "a chain is asked although its operators are not set up" },
  "ID-AUTH-38": { weakness: "W-16", instead: "logins on other devices stay, up to ten" },
  "ID-REF-01": { weakness: "W-15", instead: "the refresh token is a new one" },
};
