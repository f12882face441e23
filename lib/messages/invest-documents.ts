import { catalogue } from "./catalogue";

/** The portal's page for documents on IPFS. */
export const documentsText = catalogue("documentsText", {
  title: "Documents",
  description: "Put a document on IPFS and get its CID, the address under which anybody can look it up.",
  uploadTitle: "New document",
  file: "File",
  fileHint: "A PDF, PNG or JPEG of up to 8 MB.",
  public: "Everybody can read it, and for good",
  publicText:
    "IPFS is public. Whoever has the CID can open the document, and it cannot be taken back. Upload no passport and nothing that is meant for one person.",
  understood: "This document may be public",
  notUnderstood: "Confirm that the document may be public.",
  upload: "Upload",
  uploaded: "The document is on IPFS",
  listTitle: "Your uploads",
  none: "No document yet",
  noneText: "What you upload with this wallet is listed here with its CID, for you alone.",
  columns: { name: "Document", cid: "CID", size: "Size", at: "Uploaded" },
  cid: "CID",
  choose: "Choose a file.",
  empty: "This file is empty.",
  tooLarge: "This file is larger than 8 MB.",
  wrongType: "This is no PDF, PNG or JPEG.",
  noName: "This file has no name.",
  quota: "You have uploaded as many documents as a wallet may in one day. Go on tomorrow.",
  refused: "The document storage refused the file. Nothing was uploaded; try again in a moment.",
  noAnswer:
    "The document storage did not answer as expected. The file may be there already: uploading it once more does no harm.",
});
