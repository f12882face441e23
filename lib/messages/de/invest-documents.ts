import type { Translation } from "../catalogue";
import type { documentsText as english } from "../invest-documents";

/** The portal's page for documents on IPFS. */
export const documentsText = {
  title: "Dokumente",
  description:
    "Legen Sie ein Dokument auf IPFS ab, und erhalten Sie seine CID, die Adresse, unter der jeder es nachschlagen kann.",
  uploadTitle: "Neues Dokument",
  file: "Datei",
  fileHint: "Ein PDF, PNG oder JPEG von bis zu 8 MB.",
  public: "Jeder kann es lesen, und zwar für immer",
  publicText:
    "IPFS ist öffentlich. Wer die CID hat, kann das Dokument öffnen, und es kann nicht zurückgenommen werden. Laden Sie keinen Reisepass hoch und nichts, was für eine einzelne Person bestimmt ist.",
  understood: "Dieses Dokument darf öffentlich sein",
  notUnderstood: "Bestätigen Sie, dass das Dokument öffentlich sein darf.",
  upload: "Hochladen",
  uploaded: "Das Dokument ist auf IPFS",
  listTitle: "Ihre Uploads",
  none: "Noch kein Dokument",
  noneText: "Was Sie mit dieser Wallet hochladen, steht hier mit seiner CID, nur für Sie.",
  columns: { name: "Dokument", cid: "CID", size: "Größe", at: "Hochgeladen" },
  cid: "CID",
  choose: "Wählen Sie eine Datei aus.",
  empty: "Diese Datei ist leer.",
  tooLarge: "Diese Datei ist größer als 8 MB.",
  wrongType: "Das ist kein PDF, PNG oder JPEG.",
  noName: "Diese Datei hat keinen Namen.",
  quota:
    "Sie haben so viele Dokumente hochgeladen, wie eine Wallet an einem Tag darf. Machen Sie morgen weiter.",
  refused:
    "Der Dokumentenspeicher hat die Datei abgelehnt. Es wurde nichts hochgeladen; versuchen Sie es gleich erneut.",
  noAnswer:
    "Der Dokumentenspeicher hat nicht wie erwartet geantwortet. Die Datei ist vielleicht schon dort: Sie noch einmal hochzuladen, schadet nicht.",
} satisfies Translation<typeof english>;
