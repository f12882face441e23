/** Registered users and their GAIDs. */
export const usersText = {
  title: "Registered users",
  gaidForm: "A GAID starts with GA and has 29 or 30 characters. Copy it from the investor's wallet.",
  gaidUnknown: "AMP does not know this GAID. Check it with the investor; nothing was saved.",
  gaidTaken: "This GAID already belongs to a registered user. Nothing was saved.",
  nameTaken: "A registered user with this name exists already. Choose another name; nothing was saved.",
} as const;
